import { Banner, BlockStack, Page } from '@shopify/polaris'
import { NotSavedBanner } from '#app/kit/requests/not-saved-banner.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import { WaitingBanner } from '#app/kit/waiting-banner.tsx'
import { EndedCard, mayChoose } from './ended-card.tsx'
import type { ComparisonChoice, ComparisonView } from './load-comparisons.server.ts'
import { RunningCard } from './running-card.tsx'
import { StartCard } from './start-card.tsx'
import { useComparisonWish } from './use-comparison-wish.ts'

interface ComparisonsPageProps {
  /** The latest first. */
  readonly comparisons: readonly ComparisonView[]
  /** Null while one runs. */
  readonly choice: ComparisonChoice | null
}

/** Whether it runs, or the choice between its rules waits for the merchant. */
const isOpen = ({ ended }: ComparisonView): boolean => ended === null || mayChoose(ended)

/** Two rules, each shown to half of the visitors: what runs or waits for a choice, what can be begun, and what was found out before. */
export function ComparisonsPage({ comparisons, choice }: ComparisonsPageProps) {
  const { say } = useWords()
  const { send, again, isBusy, whyNot, refused } = useComparisonWish()
  const [waiting, past] = [comparisons.filter(isOpen), comparisons.filter((one) => !isOpen(one))]
  const draw = (one: ComparisonView) =>
    one.ended ? (
      <EndedCard key={one.id} comparison={one} ended={one.ended} isBusy={isBusy} onSend={send} />
    ) : (
      <RunningCard key={one.id} comparison={one} isBusy={isBusy} onSend={send} />
    )
  return (
    <Page title={say('comparisons.title')} subtitle={say('comparisons.subtitle')}>
      <BlockStack gap="400">
        <WaitingBanner />
        <NotSavedBanner refused={refused} again={again} />
        {whyNot && (
          <Banner tone="warning">
            <p>{say(`comparisons.why.${whyNot}`)}</p>
          </Banner>
        )}
        {waiting.map(draw)}
        {choice && <StartCard choice={choice} isBusy={isBusy} onSend={send} />}
        {past.map(draw)}
      </BlockStack>
    </Page>
  )
}
