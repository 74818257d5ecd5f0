import { Button, InlineStack, Modal, Text } from '@shopify/polaris'
import { useState } from 'react'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { ComparisonWishSent } from './comparison-wish.ts'
import { KnownLines } from './known-lines.tsx'
import type { ComparisonView } from './load-comparisons.server.ts'

interface RunningCardProps {
  readonly comparison: ComparisonView
  readonly isBusy: boolean
  onSend(wish: ComparisonWishSent): void
}

/** The comparison that runs. It ends by itself; whoever stops it early learns nothing for certain. */
export function RunningCard({ comparison, isBusy, onSend }: RunningCardProps) {
  const { say } = useWords()
  const [isAsked, setIsAsked] = useState(false)
  const { id, a, b } = comparison
  const stop = () => {
    setIsAsked(false)
    onSend({ kind: 'stop', comparison: id })
  }
  return (
    <TitledCard title={say('comparisons.running', { a: a.name, b: b.name })} help={say('comparisons.running.help')}>
      <KnownLines comparison={comparison} />
      <InlineStack>
        <Button tone="critical" loading={isBusy} onClick={() => setIsAsked(true)}>
          {say('comparisons.stop')}
        </Button>
      </InlineStack>
      <Modal
        open={isAsked}
        onClose={() => setIsAsked(false)}
        title={say('comparisons.stop.ask')}
        primaryAction={{ content: say('comparisons.stop'), destructive: true, onAction: stop }}
        secondaryActions={[{ content: say('comparisons.stop.not'), onAction: () => setIsAsked(false) }]}
      >
        <Modal.Section>
          <Text as="p">{say('comparisons.stop.help')}</Text>
        </Modal.Section>
      </Modal>
    </TitledCard>
  )
}
