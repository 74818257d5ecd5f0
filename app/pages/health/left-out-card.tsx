import { BlockStack, Text } from '@shopify/polaris'
import { LinedCard } from '#app/kit/lined-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { LeftOut } from '#app/queue/job-view.ts'

/** What of the shop's data was left out when it was last read, and why; nothing where all was read. */
export function LeftOutCard({ leftOut }: { leftOut: readonly LeftOut[] }) {
  const { say, count } = useWords()
  if (leftOut.length === 0) return null
  return (
    <LinedCard title={say('health.left-out')} help={say('health.left-out.help')}>
      {leftOut.map(({ gid, title, why, count: lines }) => (
        <BlockStack key={`${gid} ${why}`} gap="100">
          <Text as="h3" variant="headingSm">
            {title ?? gid?.replace('gid://shopify/', '').replace('/', ' ') ?? say('health.left-out.unnamed')}
          </Text>
          <Text as="p" tone="subdued">
            {say('health.left-out.count', { count: count(lines) })}
          </Text>
          <Text as="p" tone="subdued">
            {say('health.left-out.why', { why: say('failure.said', { why }) })}
          </Text>
        </BlockStack>
      ))}
    </LinedCard>
  )
}
