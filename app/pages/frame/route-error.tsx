import { isRouteErrorResponse, useRevalidator, useRouteError } from '@remix-run/react'
import { Card, Page } from '@shopify/polaris'
import { NothingYet } from '#app/kit/nothing-yet.tsx'
import { usePolling } from '#app/kit/requests/use-polling.ts'
import { useWords } from '#app/kit/use-words.tsx'

/**
 * What a page of the admin shows where its address leads to nothing, or it did not come: then it is asked for again until it does. What
 * Shopify's libraries throw is for the frame around it.
 */
export function RouteError() {
  const error = useRouteError()
  const { say } = useWords()
  if (isUnanswered(error)) return <Unanswered />
  if (!isRouteErrorResponse(error) || error.status !== 404) throw error
  return (
    <Page>
      <Card>
        <NothingYet heading={say('missing.title')} action={{ content: say('missing.home'), url: '/app' }}>
          <p>{say('missing.text')}</p>
        </NothingYet>
      </Card>
    </Page>
  )
}

/** No answer that the router takes: none at all, one cut short in plain words, or the server's own failure. */
const isUnanswered = (error: unknown) =>
  isRouteErrorResponse(error) ? error.status >= 500 || error.status === 429 : error instanceof Error

const AGAIN_MS = 5_000

function Unanswered() {
  const { say } = useWords()
  const { revalidate, state } = useRevalidator()
  usePolling(AGAIN_MS)
  const again = { content: say('refused.again'), loading: state !== 'idle', onAction: revalidate }
  return (
    <Page>
      <Card>
        <NothingYet heading={say('refused.page')} action={again}>
          <p>{say('refused.page.help')}</p>
        </NothingYet>
      </Card>
    </Page>
  )
}
