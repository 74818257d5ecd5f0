import { digitsOf } from '#app/commerce/money.ts'
import type { DrawnDelivery } from './delivery-for.ts'
import { statedAmounts, type FreeDelivery } from '#app/rules/free-delivery.ts'

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
