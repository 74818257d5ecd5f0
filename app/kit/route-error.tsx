import { isRouteErrorResponse, useRevalidator, useRouteError } from '@remix-run/react'
import { Card, EmptyState, Page } from '@shopify/polaris'
import { useWords } from './use-words.tsx'

/** What a page of the admin shows where its address leads to nothing, or its answer was cut short. Every other error goes on to the frame around it. */
export function RouteError() {
  const error = useRouteError()
  const { say } = useWords()
  if (isCutShort(error)) return <CutShort />
  if (!isRouteErrorResponse(error) || error.status !== 404) throw error
  return (
    <Page>
      <Card>
        <EmptyState heading={say('missing.title')} action={{ content: say('missing.home'), url: '/app' }} image="">
          <p>{say('missing.text')}</p>
        </EmptyState>
      </Card>
    </Page>
  )
}

/** What stands before the admin answers in plain words where a page takes too long or too many are asked for; the router takes nothing but data. */
const isCutShort = (error: unknown) => error instanceof Error && error.message.startsWith('Unable to decode turbo-stream response')

function CutShort() {
  const { say } = useWords()
  const { revalidate, state } = useRevalidator()
  const again = { content: say('refused.again'), loading: state !== 'idle', onAction: revalidate }
  return (
    <Page>
      <Card>
        <EmptyState heading={say('refused.page')} action={again} image="">
          <p>{say('refused.page.help')}</p>
        </EmptyState>
      </Card>
    </Page>
  )
}
