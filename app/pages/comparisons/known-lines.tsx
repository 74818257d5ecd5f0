import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris'
import { useTime } from '#app/kit/use-time.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { ComparisonView } from './load-comparisons.server.ts'

/** What is known of two rules: how many saw each, and the range that holds the difference. */
export function KnownLines({ comparison: { a, b, plan, startedAt, endsAt, known } }: { readonly comparison: ComparisonView }) {
  const { say, count, money } = useWords()
  const time = useTime()
  const difference = known?.difference
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" wrap>
        <Badge>{say('comparisons.since', { from: time(startedAt), to: time(endsAt) })}</Badge>
        {known && <Badge>{say('comparisons.visitors', { a: count(known.visitors.a), b: count(known.visitors.b) })}</Badge>}
      </InlineStack>
      {known?.isUneven && <Text as="p">{say('comparisons.uneven')}</Text>}
      <Text as="p">
        {difference
          ? say('comparisons.difference', {
              a: a.name,
              b: b.name,
              ofA: money(difference.a),
              ofB: money(difference.b),
              low: money(difference.low),
              high: money(difference.high),
            })
          : say('comparisons.too-few')}
      </Text>
      <Text as="p" tone="subdued">
        {say(`comparisons.of.${plan.of}`)}
      </Text>
    </BlockStack>
  )
}
