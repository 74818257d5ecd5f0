import { useFetcher } from '@remix-run/react'
import { Button, InlineStack, Text } from '@shopify/polaris'
import type { SetAside } from './health.ts'
import { JobCard } from './job-card.tsx'
import { useTime } from './use-time.ts'
import { useWords } from './words.tsx'

export interface SetAsideCardProps {
  /** The newest of them. */
  readonly setAside: readonly SetAside[]
  readonly setAsideCount: number
}

/** Changes in the shop that could not be taken over, and why; nothing where there are none. */
export function SetAsideCard({ setAside, setAsideCount }: SetAsideCardProps) {
  const { say, count } = useWords()
  const time = useTime()
  const again = useFetcher()
  if (setAsideCount === 0) return null
  return (
    <JobCard title={say('health.set-aside')} help={say('health.set-aside.help')}>
      {setAside.map(({ topic, receivedAt, why }) => (
        <div key={`${topic} ${receivedAt}`}>
          <Text as="h3" variant="headingSm">
            {say('health.set-aside.one', { topic, time: time(receivedAt) })}
          </Text>
          <Text as="p" tone="subdued" breakWord>
            {say('health.why', { why: say('health.why.said', { why }) })}
          </Text>
        </div>
      ))}
      {setAsideCount > setAside.length && (
        <Text as="p">{say('health.set-aside.more', { count: count(setAsideCount - setAside.length) })}</Text>
      )}
      <InlineStack>
        <Button
          loading={again.state !== 'idle'}
          onClick={() => again.submit(JSON.stringify({ kind: 'apply-again' }), { method: 'post', encType: 'application/json' })}
        >
          {say('health.set-aside.again')}
        </Button>
      </InlineStack>
    </JobCard>
  )
}
