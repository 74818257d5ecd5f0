import { z } from 'zod'
import { digitsOf, readAmount, toAmount } from '#app/commerce/money.ts'
import type { Amounts } from '#app/offers/discount.ts'

const MOST_CURRENCIES = 40

/** Amounts by currency, above zero, with no more digits than the currency has; each is kept with all of them. */
export const amountsSchema = z
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
