import { Banner } from '@shopify/polaris'
import { useTime } from '#app/kit/use-time.ts'
import { useWords } from '#app/kit/use-words.tsx'

interface AppliedBannerProps {
  /** When a file took the place of what merchants worked on; ISO 8601. */
  readonly at: string
  /** Decisions in which it differs from what stood there before. */
  readonly changes: number
  onTakeBack(): void
}

/** Nobody in the admin has seen a file being applied: says so, and puts back what stood there. */
export function AppliedBanner({ at, changes, onTakeBack }: AppliedBannerProps) {
  const { say, count } = useWords()
  const time = useTime()(at)
  return (
    <Banner tone="info" title={say('review.applied')} action={{ content: say('review.applied.take-back'), onAction: onTakeBack }}>
      <p>{say('review.applied.help', { time, changes: count(changes) })}</p>
    </Banner>
  )
}
