import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useFigureFormat } from '#app/kit/results/use-figure-format.ts'
import { useVerdict } from '#app/kit/results/use-verdict.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { CameBack } from '#app/measure/boards/customers/customer-board.ts'
import type { Verdict } from '#app/measure/statistics/verdict.ts'

interface ResultsCardProps {
  /** Null before a visitor was counted. */
  readonly verdict: Verdict | null
  /** How many customers came back within the longest time that is over for some; null before that. */
  readonly cameBack: CameBack | null
}

/** The headlines of both boards, one below the other: they are never added up. */
export function ResultsCard({ verdict, cameBack }: ResultsCardProps) {
  const { say } = useWords()
  const verdictOf = useVerdict()
  const offers = verdict ? verdictOf(verdict) : { title: say('results.waiting'), help: say('results.waiting.help') }
  return (
    <TitledCard title={say('home.results')} gap="300">
      <Headline name={say('home.results.offers')} title={offers.title} help={offers.help} />
      <Headline name={say('home.results.customers')} {...useCameBack(cameBack)} />
      <InlineStack>
        <Button url="/app/results">{say('home.results.open')}</Button>
      </InlineStack>
    </TitledCard>
  )
}

function Headline({ name, title, help }: { readonly name: string; readonly title: string; readonly help: string }) {
  return (
    <BlockStack gap="050">
      <Text as="span" tone="subdued" variant="bodySm">
        {name}
      </Text>
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      {help !== '' && (
        <Text as="p" tone="subdued">
          {help}
        </Text>
      )}
    </BlockStack>
  )
}

function useCameBack(cameBack: CameBack | null): { readonly title: string; readonly help: string } {
  const { say, count } = useWords()
  const format = useFigureFormat()
  if (!cameBack) return { title: say('home.results.back.none'), help: '' }
  const { days, shown, heldOut, interval } = cameBack
  const isSure = interval.low > 0 || interval.high < 0
  return {
    title: say('home.results.back', { days: count(days), shown: format('share', shown), heldOut: format('share', heldOut) }),
    help: isSure
      ? say('home.results.back.sure', { low: format('share', interval.low), high: format('share', interval.high) })
      : say('home.results.back.unsure'),
  }
}
