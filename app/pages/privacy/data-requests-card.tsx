import { Badge, BlockStack, Button, ButtonGroup, InlineError, Text } from '@shopify/polaris'
import { useState } from 'react'
import { BadgedTitle } from '#app/kit/badged-title.tsx'
import { LinedCard } from '#app/kit/lined-card.tsx'
import { useAction } from '#app/kit/requests/use-action.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { useZone } from '#app/kit/zone.ts'
import type { DataRequest } from '#app/privacy/data-requests.server.ts'
import { download } from './download.ts'

/** Customers who asked what is held about them: what we hold, as files to hand over, and whether it was answered. */
export function DataRequestsCard({ requests }: { requests: readonly DataRequest[] }) {
  const { say } = useWords()
  return (
    <LinedCard title={say('requests.title')} help={say(requests.length === 0 ? 'requests.none' : 'requests.help')}>
      {requests.map((request) => (
        <Request key={request.id} {...request} />
      ))}
    </LinedCard>
  )
}

function Request({ id, customerId, askedAt, answeredAt, orders }: DataRequest) {
  const { say, count, language } = useWords()
  const answer = useAction('/app/settings/privacy')
  const zone = useZone()
  const day = (instant: string) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zone }).format(new Date(instant))
  const [hasFailed, setHasFailed] = useState(false)
  const save = (format: 'csv' | 'json') => {
    setHasFailed(false)
    const address = `/app/settings/privacy/requests/${encodeURIComponent(id)}?as=${format}`
    void download(address, `data-request-${id}.${format}`).catch(() => setHasFailed(true))
  }
  return (
    <BlockStack gap="200">
      <BadgedTitle title={customerId === null ? say('requests.guest') : say('requests.customer', { id: customerId })}>
        <Badge tone={answeredAt ? 'success' : 'attention'}>
          {answeredAt ? say('requests.answered', { day: day(answeredAt) }) : say('requests.open')}
        </Badge>
      </BadgedTitle>
      <Text as="p">{say('requests.held', { orders: count(orders), day: day(askedAt) })}</Text>
      <ButtonGroup>
        <Button id={`data-request-${id}`} size="slim" onClick={() => save('csv')}>
          {say('requests.csv')}
        </Button>
        <Button size="slim" onClick={() => save('json')}>
          {say('requests.json')}
        </Button>
        {!answeredAt && (
          <Button size="slim" loading={answer.isBusy} onClick={() => answer.send('post', { kind: 'answered', id })}>
            {say('requests.mark')}
          </Button>
        )}
      </ButtonGroup>
      {hasFailed && <InlineError message={say('requests.failed')} fieldID={`data-request-${id}`} />}
    </BlockStack>
  )
}
