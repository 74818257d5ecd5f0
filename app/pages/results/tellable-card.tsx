import { Button, InlineStack, Text } from '@shopify/polaris'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useFigures } from '#app/kit/use-figures.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { Outlook, Tellable } from '#app/measure/boards/smallest-now.ts'

interface TellableCardProps {
  readonly smallest: Tellable
  /** Held out now: 0..1. */
  readonly share: number
  readonly outlook: Outlook
}

/** What the shop could find out at today's pace, and what holding out more would change. */
export function TellableCard({ smallest: { days, effect, lift, shareForHalf }, share, outlook }: TellableCardProps) {
  const { say, count, money } = useWords()
  const { percent } = useFigures()
  const pace = { days: count(days), visitors: count(Math.round(outlook.visitorsPerDay)), share: percent(share) }
  return (
    <TitledCard title={say('results.tellable')} gap="200">
      <Text as="p">
        {effect === null
          ? say(outlook.isExpected ? 'results.tellable.few' : 'results.tellable.none', pace)
          : say(lift === null ? 'results.tellable.effect' : 'results.tellable.lift', {
              ...pace,
              effect: money(effect),
              lift: percent(lift ?? 0),
            })}
      </Text>
      {outlook.isExpected && effect !== null && (
        <Text as="p" tone="subdued">
          {say('results.tellable.expected')}
        </Text>
      )}
      {shareForHalf !== null && <Text as="p">{say('results.tellable.half', { share: percent(shareForHalf) })}</Text>}
      <InlineStack>
        <Button url="/app/settings#measuring">{say('results.change-share')}</Button>
      </InlineStack>
    </TitledCard>
  )
}
