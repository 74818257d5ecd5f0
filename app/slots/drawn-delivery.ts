import { digitsOf } from '#app/commerce/money.ts'
import { statedAmounts, type FreeDelivery } from '#app/rules/free-delivery.ts'

/** From what on a cart is delivered free, as Liquid reads it: the first that fits a cart's market and currency counts. */
export interface DrawnDelivery {
  /** The market's handle, folded as Liquid folds it; every market where absent. */
  readonly m?: string
  readonly c: string
  /** In Liquid's hundredths. */
  readonly at: number
}

/** An amount in minor units of a currency, in the hundredths in which Liquid writes money; part of one counts as a whole. */
export function hundredthsOf(minor: number, currency: string): number {
  return Math.ceil((minor * 100) / 10 ** digitsOf(currency))
}

export function drawnDelivery(stated: readonly FreeDelivery[] | undefined): DrawnDelivery[] {
  return statedAmounts(stated).map(({ market, currency, amount }) => ({
    ...(market !== null && { m: market }),
    c: currency,
    at: hundredthsOf(amount, currency),
  }))
}

/** The stated amount that counts for a cart, in hundredths; undefined where none does. `market` is folded. */
export function deliveryFor(
  stated: readonly DrawnDelivery[] | undefined,
  { market, currency }: { readonly market: string | null; readonly currency: string },
): number | undefined {
  return stated?.find(({ m, c }) => c === currency && (m === undefined || m === market))?.at
}
