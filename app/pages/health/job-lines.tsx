import { BlockStack, Box, Button, InlineStack, ProgressBar, Text } from '@shopify/polaris'
import type { ReactNode } from 'react'
import { useAction } from '#app/kit/requests/use-action.ts'
import { useTime } from '#app/kit/use-time.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { EndedJob, JobFailure, JobProgress, RunningJob, WaitingJob } from '#app/queue/job-view.ts'
import { sayFailure } from '#app/wording/say-failure.ts'
import type { Words } from '#app/wording/words.ts'

export function RunningLine({ id, job, since, attempt, mostAttempts, progress, mayStop }: RunningJob) {
  const { say, count } = useWords()
  const time = useTime()(since)
  const began = attempt === 1 ? say('health.since', { time }) : say('health.since-again', { time, attempt, most: mostAttempts })
  return (
    <Line
      id={`job-${id}`}
      title={say(`health.job.${job}`)}
      details={[began, ...(progress ? [sayProgress(progress, say, count)] : [])]}
      action={mayStop && <Wish wish="stop" id={id} job={job} />}
    >
      {progress?.kind === 'reading' && (
        <ProgressBar progress={(100 * progress.read) / Math.max(1, progress.total)} size="small" ariaLabelledBy={`job-${id}`} />
      )}
    </Line>
  )
}

export function WaitingLine({ id, job, from, failure, mayStop }: WaitingJob) {
  const { say } = useWords()
  const time = useTime()(from)
  const last = failure ? [say('health.last-try', { why: sayWhy(failure, say) })] : []
  return (
    <Line
      id={`job-${id}`}
      title={say(`health.job.${job}`)}
      details={[say('health.from', { time }), ...last]}
      action={mayStop && <Wish wish="stop" id={id} job={job} />}
    />
  )
}

export function EndedLine({ id, job, at, failure }: EndedJob) {
  const { say } = useWords()
  const time = useTime()(at)
  const details = failure
    ? [say('health.gave-up', { time }), say('health.why', { why: sayWhy(failure, say) })]
    : [say('health.stopped', { time })]
  return <Line id={`job-${id}`} title={say(`health.job.${job}`)} details={details} action={<Wish wish="again" id={id} job={job} />} />
}

function Line({
  id,
  title,
  details,
  action,
  children,
}: {
  id: string
  title: string
  details: readonly string[]
  action?: ReactNode
  children?: ReactNode
}) {
  return (
    <BlockStack gap="200">
      <InlineStack gap="400" align="space-between" blockAlign="start" wrap={false}>
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm" id={id}>
            {title}
          </Text>
          {details.map((detail) => (
            <Text key={detail} as="p" tone="subdued">
              {detail}
            </Text>
          ))}
        </BlockStack>
        <Box minWidth="fit-content">{action}</Box>
      </InlineStack>
      {children}
    </BlockStack>
  )
}

function Wish({ wish, id, job }: { wish: 'stop' | 'again'; id: string; job: string }) {
  const { say } = useWords()
  const { send, isBusy } = useAction('/app/settings/status')
  return (
    <Button
      size="slim"
      loading={isBusy}
      accessibilityLabel={say(`health.${wish}.what`, { job: say(`health.job.${job}`) })}
      onClick={() => send('post', { kind: wish, id })}
    >
      {say(`health.${wish}`)}
    </Button>
  )
}

function sayProgress(progress: JobProgress, say: Words['say'], count: Words['count']): string {
  switch (progress.kind) {
    case 'exporting':
      return say('health.exporting', { objects: count(progress.objects) })
    case 'reading':
      return say('health.reading', { read: count(progress.read), total: count(progress.total) })
    case 'deliveries':
      return say('health.deliveries', { waiting: count(progress.waiting) })
    case 'training':
      return say(`health.training.${progress.step}`, { read: count(progress.read), total: count(progress.total) })
  }
}

function sayWhy(failure: JobFailure, say: Words['say']): string {
  return failure.kind === 'said' ? sayFailure(failure.why, say) : say(`health.why.${failure.kind}`)
}
