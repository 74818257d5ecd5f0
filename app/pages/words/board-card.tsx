import { Text } from '@shopify/polaris'
import { ScopeLine } from '#app/kit/results/scope-line.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { WordsShown } from './load-words.server.ts'

/** What is known of the difference that lines make. */
export function BoardCard({ board }: Pick<WordsShown, 'board'>) {
  const { say } = useWords()
  const known = (['neutral', 'fitted'] as const).flatMap((arm) => {
    const one = board?.[arm]
    return one ? { arm, one } : []
  })
  return (
    <TitledCard title={say('words.board')} help={say('words.board.help')}>
      {known.length === 0 && <Text as="p">{say('words.board.none')}</Text>}
      {known.map(({ arm, one }) => (
        <ScopeLine key={arm} name={say(`words.board.${arm}`)} url={null} known={one} />
      ))}
    </TitledCard>
  )
}
