import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris'
import { LinedCard } from '#app/kit/lined-card.tsx'
import { useAction } from '#app/kit/requests/use-action.ts'
import { useTime } from '#app/kit/use-time.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { SetAsideNow } from '#app/queue/job-view.ts'
import { sayFailure } from '#app/wording/say-failure.ts'

/** Changes in the shop that could not be taken over, and why; nothing where there are none. */
export function SetAsideCard({ setAside }: { setAside: readonly SetAsideNow[] }) {
  const { say, count } = useWords()
  const time = useTime()
  const again = useAction('/app/settings/status')
  if (setAside.length === 0) return null
  return (
    <LinedCard title={say('health.set-aside')} help={say('health.set-aside.help')}>
      {setAside.map(({ topic, why, count: changes, lastAt }) => (
        <BlockStack key={`${topic} ${why}`} gap="100">
          <Text as="h3" variant="headingSm">
            {topic}
          </Text>
          <Text as="p" tone="subdued">
            {say('health.set-aside.count', { count: count(changes), time: time(lastAt) })}
          </Text>
          <Text as="p" tone="subdued">
            {say('health.why', { why: sayFailure(why, say) })}
          </Text>
        </BlockStack>
      ))}
      <InlineStack>
        <Button loading={again.isBusy} onClick={() => again.send('post', { kind: 'apply-again' })}>
          {say('health.set-aside.again')}
        </Button>
      </InlineStack>
    </LinedCard>
  )
}
