import { Badge, Button, InlineStack } from '@shopify/polaris'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useTime } from '#app/kit/use-time.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { ComparisonWishSent } from './comparison-wish.ts'
import { KnownLines } from './known-lines.tsx'
import type { ComparisonView } from './load-comparisons.server.ts'

interface EndedCardProps {
  readonly comparison: ComparisonView
  readonly ended: NonNullable<ComparisonView['ended']>
  readonly isBusy: boolean
  onSend(wish: ComparisonWishSent): void
}

/** Whether the choice between the two is still to be made: not of what ended without a result. */
export const mayChoose = ({ by, decided }: EndedCardProps['ended']): boolean => decided === null && (by === 'told' || by === 'last-day')

/** What came of two rules, and the choice between them as long as the merchant has not made it: nothing is chosen by itself. */
export function EndedCard({ comparison, ended, isBusy, onSend }: EndedCardProps) {
  const { say } = useWords()
  const time = useTime()
  const { id, a, b, better } = comparison
  return (
    <TitledCard
      title={say(better ? `comparisons.better.${better}` : 'comparisons.ended', { a: a.name, b: b.name })}
      help={say(`comparisons.ending.${ended.by}`, { time: time(ended.at) })}
    >
      <KnownLines comparison={comparison} />
      {ended.decided !== null && (
        <InlineStack>
          <Badge>{say(`comparisons.decided.${ended.decided}`, { a: a.name, b: b.name })}</Badge>
        </InlineStack>
      )}
      {mayChoose(ended) && (
        <InlineStack gap="200">
          <Button
            variant={better === 'b' ? 'primary' : 'secondary'}
            loading={isBusy}
            onClick={() => onSend({ kind: 'use-b', comparison: id })}
          >
            {say('comparisons.use-b', { b: b.name })}
          </Button>
          <Button
            variant={better === 'a' ? 'primary' : 'secondary'}
            loading={isBusy}
            onClick={() => onSend({ kind: 'keep-a', comparison: id })}
          >
            {say('comparisons.keep-a', { a: a.name })}
          </Button>
        </InlineStack>
      )}
    </TitledCard>
  )
}
