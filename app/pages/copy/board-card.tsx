import { Text } from '@shopify/polaris'
import { scaleOf } from '#app/kit/results/scale-of.ts'
import { ScopeLine } from '#app/kit/results/scope-line.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { CopyShown } from './load-copy.server.ts'

/** What is known of the difference that lines make. */
export function BoardCard({ board }: Pick<CopyShown, 'board'>) {
  const { say } = useWords()
  const known = (['neutral', 'fitted'] as const).flatMap((arm) => {
    const one = board?.[arm]
    return one ? { arm, one } : []
  })
  return (
    <TitledCard title={say('copy.board')} help={say('copy.board.help')}>
      {known.length === 0 && <Text as="p">{say('copy.board.none')}</Text>}
      {known.map(({ arm, one }) => (
        <ScopeLine key={arm} name={say(`copy.board.${arm}`)} url={null} known={one} scale={scaleOf(known.map(({ one }) => one))} />
      ))}
    </TitledCard>
  )
}
