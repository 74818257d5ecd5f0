import { List, Text } from '@shopify/polaris'
import { LinedCard } from '#app/kit/lined-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { LeftOutFact } from '#app/queue/job-view.ts'

/** Which metafields no rule can look at, since their type or what stands in them cannot be compared; nothing where there is none. */
export function IncomparableCard({ facts }: { facts: readonly LeftOutFact[] }) {
  const { say } = useWords()
  if (facts.length === 0) return null
  return (
    <LinedCard title={say('health.incomparable')} help={say('health.incomparable.help')}>
      <List>
        {facts.map(({ name, type }) => (
          <List.Item key={`${name} ${type}`}>
            <Text as="span">{say('health.incomparable.fact', { name, type: type.replaceAll(/[._]/g, ' ') })}</Text>
          </List.Item>
        ))}
      </List>
    </LinedCard>
  )
}
