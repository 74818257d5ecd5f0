import { Banner, BlockStack, Button, Card, InlineStack, List, Modal, Page, ProgressBar, Text } from '@shopify/polaris'
import { useState } from 'react'
import { useAction } from '#app/kit/requests/use-action.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { DataCounts } from '#app/privacy/count-data.server.ts'
import type { Leaving } from '#app/privacy/leaving-phase.ts'
import { sayFailure } from '#app/wording/say-failure.ts'

export type LeaveWish = 'leave' | 'again' | 'come-back'

interface LeavePageProps {
  /** Null where nobody has asked for it. */
  readonly leaving: Leaving | null
  readonly counts: DataCounts
}

/** Removes everything of ours: says first what will go, then how far it is, then that it is done. */
export function LeavePage({ leaving, counts }: LeavePageProps) {
  const { say } = useWords()
  return (
    <Page title={say('leave.title')} {...(!leaving && { backAction: { content: say('privacy.title'), url: '/app/settings/privacy' } })}>
      {leaving ? <Progress leaving={leaving} /> : <Question counts={counts} />}
    </Page>
  )
}

function useWish() {
  const { send, isBusy } = useAction('/app/leave')
  return { send: (wish: LeaveWish) => send('post', { wish }), busy: isBusy }
}

function Question({ counts }: { counts: DataCounts }) {
  const { say, count } = useWords()
  const { send, busy } = useWish()
  const [sure, setSure] = useState(false)
  const going = [
    say('leave.metafields', { metafields: count(counts.metafields) }),
    say('leave.discounts'),
    say('leave.definitions'),
    say('leave.rules', { rules: count(counts.rules) }),
    say('leave.rest', { products: count(counts.products), orders: count(counts.orders) }),
  ]
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="p">{say('leave.what')}</Text>
        <List>
          {going.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        <Text as="p" tone="subdued">
          {say('leave.stays')}
        </Text>
        <InlineStack>
          <Button variant="primary" tone="critical" onClick={() => setSure(true)}>
            {say('leave.do')}
          </Button>
        </InlineStack>
      </BlockStack>
      <Modal
        open={sure}
        onClose={() => setSure(false)}
        title={say('leave.sure')}
        primaryAction={{ content: say('leave.do'), destructive: true, loading: busy, onAction: () => send('leave') }}
        secondaryActions={[{ content: say('leave.keep'), onAction: () => setSure(false) }]}
      >
        <Modal.Section>
          <Text as="p">{say('leave.sure.help')}</Text>
        </Modal.Section>
      </Modal>
    </Card>
  )
}

const SHARE: Readonly<Record<Leaving['phase'], number>> = {
  asked: 5,
  metafields: 30,
  discounts: 60,
  definitions: 70,
  rows: 90,
  done: 100,
  failed: 0,
}

function Progress({ leaving }: { leaving: Leaving }) {
  const { say, count } = useWords()
  const { send, busy } = useWish()
  const gone = say('leave.gone', {
    metafields: count(leaving.metafields),
    definitions: count(leaving.definitions),
    discounts: count(leaving.discounts),
  })
  if (leaving.phase === 'done')
    return (
      <Banner
        tone="success"
        title={say('leave.done')}
        action={{ content: say('leave.come-back'), loading: busy, onAction: () => send('come-back') }}
      >
        <BlockStack gap="200">
          <p>{gone}</p>
          {leaving.leftToShopify > 0 && <p>{say('leave.left', { definitions: count(leaving.leftToShopify) })}</p>}
          <p>{say('leave.note')}</p>
        </BlockStack>
      </Banner>
    )
  if (leaving.phase === 'failed')
    return (
      <Banner
        tone="critical"
        title={say('leave.failed')}
        action={{ content: say('leave.again'), loading: busy, onAction: () => send('again') }}
      >
        <BlockStack gap="200">
          {leaving.failure !== null && <p>{say('health.why', { why: sayFailure(leaving.failure, say) })}</p>}
          <p>{gone}</p>
        </BlockStack>
      </Banner>
    )
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd" id="leave-phase">
          {say(`leave.phase.${leaving.phase}`)}
        </Text>
        <ProgressBar progress={SHARE[leaving.phase]} size="small" ariaLabelledBy="leave-phase" />
        <Text as="p" tone="subdued">
          {gone}
        </Text>
        <Text as="p" tone="subdued">
          {say('leave.close')}
        </Text>
      </BlockStack>
    </Card>
  )
}
