import { useFetcher } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { Badge, BlockStack, Button, ButtonGroup, Text } from '@shopify/polaris'
import { BadgedTitle } from '#app/kit/badged-title.tsx'
import { LinedCard } from '#app/kit/lined-card.tsx'
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
  const shopify = useAppBridge()
  const answer = useFetcher()
  const zone = useZone()
  const day = (instant: string) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zone }).format(new Date(instant))
  const save = (format: 'csv' | 'json') =>
    void download(`/app/settings/privacy/requests/${encodeURIComponent(id)}?as=${format}`, `data-request-${id}.${format}`).catch(() =>
      shopify.toast.show(say('requests.failed'), { isError: true }),
    )
  return (
    <BlockStack gap="200">
      <BadgedTitle title={customerId === null ? say('requests.guest') : say('requests.customer', { id: customerId })}>
        <Badge tone={answeredAt ? 'success' : 'attention'}>
          {answeredAt ? say('requests.answered', { day: day(answeredAt) }) : say('requests.open')}
        </Badge>
      </BadgedTitle>
      <Text as="p">{say('requests.held', { orders: count(orders), day: day(askedAt) })}</Text>
      <ButtonGroup>
        <Button size="slim" onClick={() => save('csv')}>
          {say('requests.csv')}
        </Button>
        <Button size="slim" onClick={() => save('json')}>
          {say('requests.json')}
        </Button>
        {!answeredAt && (
          <Button
            size="slim"
            loading={answer.state !== 'idle'}
            onClick={() => answer.submit(JSON.stringify({ kind: 'answered', id }), { method: 'post', encType: 'application/json' })}
          >
            {say('requests.mark')}
          </Button>
        )}
      </ButtonGroup>
    </BlockStack>
  )
}
