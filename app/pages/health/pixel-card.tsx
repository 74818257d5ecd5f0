import { Text } from '@shopify/polaris'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useTime } from '#app/kit/use-time.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { PixelState } from '#app/publish/pixel/pixel-state.ts'

/** Whether our pixel runs in the shop, and when it was last heard. */
export function PixelCard({ pixel }: { pixel: PixelState }) {
  const { say } = useWords()
  return (
    <TitledCard title={say('health.pixel')} help={say('health.pixel.help')}>
      <Text as="p">{useWordsFor(pixel)}</Text>
    </TitledCard>
  )
}

function useWordsFor(pixel: PixelState): string {
  const { say, count } = useWords()
  const time = useTime()
  switch (pixel.kind) {
    case 'not-granted':
      return say('health.pixel.not-granted')
    case 'refused':
      return say('health.pixel.refused', { why: pixel.why })
    case 'runs':
      if (pixel.lastHeard === null) return say('health.pixel.silent')
      return say('health.pixel.runs', { count: count(pixel.today), time: time(pixel.lastHeard) })
    default:
      return pixel satisfies never
  }
}
