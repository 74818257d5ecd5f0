import { z } from 'zod'
import { digitsOf, readAmount, toAmount } from '#app/commerce/money.ts'
import type { Amounts, Tier } from '#app/offers/discount.ts'

const MOST_CURRENCIES = 40
const MOST_TIERS = 5
const MOST_PIECES = 100

const share = z.int('fault.share').min(1, 'fault.share').max(10_000, 'fault.share')
const pieces = z.int('fault.pieces').min(1, 'fault.pieces').max(MOST_PIECES, 'fault.pieces')

/** Above zero, with no more digits than the currency has; each is kept with all of them. */
const amounts = z
  .record(z.string().regex(/^[A-Z]{3}$/, 'fault.currency'), z.string().regex(/^\d{1,9}(\.\d{1,3})?$/, 'fault.amount'))
  .refine((given) => Object.keys(given).length > 0, 'fault.amount')
  .refine((given) => Object.keys(given).length <= MOST_CURRENCIES, 'fault.currency')
  .superRefine((given, context) => {
    for (const [currency, text] of Object.entries(given)) {
      // Digits beyond the currency's may be there, as long as they say nothing.
      const beyond = (text.split('.')[1] ?? '').slice(digitsOf(currency))
      if (Number(beyond) > 0 || !(readAmount(text, currency)! > 0))
        context.addIssue({ code: 'custom', path: [currency], message: 'fault.amount' })
    }
  })
  .transform((given): Amounts =>
    Object.fromEntries(
      Object.entries(given)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, text]) => [currency, toAmount(readAmount(text, currency)!, currency)]),
    ),
  )

const isRising = (tiers: readonly Tier[]) =>
  tiers.every(({ from, off }, at) => at === 0 || (from > tiers[at - 1]!.from && off > tiers[at - 1]!.off))

const combines = z.strictObject({ order: z.boolean(), shipping: z.boolean() }).default({ order: false, shipping: false })

/** What a rule gives off, and beside which discounts of other classes. Shares are hundredths of a percent, amounts decimal texts by currency. */
export const discountSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), off: share, combines }),
  z.strictObject({ kind: z.literal('amount'), off: amounts, combines }),
  z.strictObject({ kind: z.literal('bundle-price'), price: amounts, combines }),
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
])
