import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris'
import { useTime } from '#app/kit/use-time.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { ComparisonView } from './load-comparisons.server.ts'

/** What is known of two rules: how many saw each, and the range that holds the difference. */
export function KnownLines({ comparison: { a, b, plan, startedAt, endsAt, ended, known } }: { readonly comparison: ComparisonView }) {
  const { say, count, money } = useWords()
  const time = useTime()
  const difference = known?.difference
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" wrap>
        <Badge>
          {ended
            ? say('comparisons.ran', { from: time(startedAt), to: time(ended.at) })
            : say('comparisons.since', { from: time(startedAt), to: time(endsAt) })}
        </Badge>
        {known && <Badge>{say('comparisons.visitors', { a: count(known.visitors.a), b: count(known.visitors.b) })}</Badge>}
      </InlineStack>
      {known?.isUneven && <Text as="p">{say('comparisons.uneven')}</Text>}
      {difference ? <Difference a={a.name} b={b.name} difference={difference} /> : <Text as="p">{say('comparisons.too-few')}</Text>}
      <Text as="p" tone="subdued">
        {plan.smallest !== null && `${say('comparisons.planned', { smallest: money(plan.smallest) })} `}
        {say(`comparisons.of.${plan.of}`)}
      </Text>
    </BlockStack>
  )
}

interface DifferenceProps {
  readonly a: string
  readonly b: string
  readonly difference: NonNullable<NonNullable<ComparisonView['known']>['difference']>
}

function Difference({ a, b, difference: { a: ofA, b: ofB, low, high } }: DifferenceProps) {
  const { say, money } = useWords()
  const means = say('comparisons.means', { a, b, ofA: money(ofA), ofB: money(ofB) })
  const range =
    low > 0
      ? say('comparisons.difference.b', { b, low: money(low), high: money(high) })
      : high < 0
        ? say('comparisons.difference.a', { a, low: money(-high), high: money(-low) })
        : say('comparisons.difference.open', { b, least: money(-low), most: money(high) })
  return <Text as="p">{`${means} ${range}`}</Text>
}
