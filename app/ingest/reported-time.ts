import { z } from 'zod'

/** Years of four digits, whatever the offset: others a database reads differently or not at all. */
const [FIRST, LAST] = [Date.UTC(1, 0, 2), Date.UTC(9999, 11, 30)]

export const canBeHeld = (at: number): boolean => at >= FIRST && at <= LAST

/** A time as Shopify's API tells it, in milliseconds. */
export const reportedTime = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .refine(canBeHeld, 'is no time that can be held')
