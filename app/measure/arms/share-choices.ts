import { z } from 'zod'

/** Shares of visitors that a merchant can have held out of locked slots. With none, nothing is compared. */
export const SHARE_CHOICES = [0, 0.05, 0.1, 0.2, 0.3, 0.5] as const

/** What a merchant decides of the measurement. */
export interface MeasuringChoice {
  /** One of `SHARE_CHOICES`; null where it is ours to choose. */
  readonly ownShare: number | null
  /** Whether rules may be paused by themselves. */
  readonly mayPause: boolean
}

/** Reads it from what a browser sent. */
export const measuringChoice: z.ZodType<MeasuringChoice> = z.strictObject({
  ownShare: z.literal(SHARE_CHOICES).nullable(),
  mayPause: z.boolean(),
})
