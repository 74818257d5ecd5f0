import { z } from 'zod'
import type { Tier } from '#app/offers/discount.ts'
import { amountsSchema } from './amounts-schema.ts'

const MOST_TIERS = 5
const MOST_PIECES = 100

const share = z.int('fault.share').min(1, 'fault.share').max(10_000, 'fault.share')
const pieces = z.int('fault.pieces').min(1, 'fault.pieces').max(MOST_PIECES, 'fault.pieces')

const isRising = (tiers: readonly Tier[]) =>
  tiers.every(({ from, off }, at) => at === 0 || (from > tiers[at - 1]!.from && off > tiers[at - 1]!.off))

const combines = z.strictObject({ order: z.boolean(), shipping: z.boolean() }).default({ order: false, shipping: false })

/** What a rule gives off, and beside which discounts of other classes. Shares are hundredths of a percent, amounts decimal texts by currency. */
export const discountSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), off: share, combines }),
  z.strictObject({ kind: z.literal('amount'), off: amountsSchema, combines }),
  z.strictObject({ kind: z.literal('bundle-price'), price: amountsSchema, combines }),
  z.strictObject({ kind: z.literal('buy-get'), buy: pieces, get: pieces, off: share, combines }),
  z.strictObject({
    kind: z.literal('tiers'),
    tiers: z
      .array(z.strictObject({ from: pieces, off: share }))
      .min(1, 'fault.tiers')
      .max(MOST_TIERS, 'fault.tiers')
      .refine(isRising, 'fault.tiers'),
    combines,
  }),
  z.strictObject({ kind: z.literal('gift'), from: amountsSchema, combines }),
])
