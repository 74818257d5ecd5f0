import { BlockStack, Page } from '@shopify/polaris'
import { LinedCard } from '#app/kit/lined-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { PixelState } from '#app/publish/pixel/pixel-state.ts'
import type { Health, LeftOut, LeftOutFact, SetAsideNow } from '#app/queue/job-view.ts'
import { IncomparableCard } from './incomparable-card.tsx'
import { EndedLine, RunningLine, WaitingLine } from './job-lines.tsx'
import { LeftOutCard } from './left-out-card.tsx'
import { PixelCard } from './pixel-card.tsx'
import { SetAsideCard } from './set-aside-card.tsx'

/** What is done for the shop now, what waits, and what needs the merchant: that comes first. */
export function HealthPage({
  running,
  waiting,
  ended,
  setAside,
  leftOut,
  facts,
  pixel,
}: Health & { setAside: readonly SetAsideNow[]; leftOut: readonly LeftOut[]; facts: readonly LeftOutFact[]; pixel: PixelState }) {
  const { say } = useWords()
  const endedCard = (
    <LinedCard title={say('health.ended')} help={ended.length > 0 ? say('health.ended.help') : say('health.ended.none')}>
      {ended.map((job) => (
        <EndedLine key={job.id} {...job} />
      ))}
    </LinedCard>
  )
  return (
    <Page title={say('health.title')} subtitle={say('health.subtitle')}>
      <BlockStack gap="400">
        {ended.length > 0 && endedCard}
        <SetAsideCard setAside={setAside} />
        <LeftOutCard leftOut={leftOut} />
        <LinedCard title={say('health.running')} help={running.length === 0 ? say('health.running.none') : undefined}>
          {running.map((job) => (
            <RunningLine key={job.id} {...job} />
          ))}
        </LinedCard>
        <LinedCard title={say('health.waiting')} help={waiting.length === 0 ? say('health.waiting.none') : undefined}>
          {waiting.map((job) => (
            <WaitingLine key={job.id} {...job} />
          ))}
        </LinedCard>
        {ended.length === 0 && endedCard}
        <PixelCard pixel={pixel} />
        <IncomparableCard facts={facts} />
      </BlockStack>
    </Page>
  )
}
