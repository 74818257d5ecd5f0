import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { Card, EmptyState, Page } from '@shopify/polaris'
import { useWords } from './words.tsx'

/** What a page of the admin shows where its address leads to nothing. Every other error goes on to the frame around it. */
export function RouteError() {
  const error = useRouteError()
  const { say } = useWords()
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
