import { digitsOf, readAmount } from '#app/commerce/money.ts'
import type { Amounts } from '#app/offers/discount.ts'
import type { DrawnDelivery } from './delivery-for.ts'
import { statedAmounts, type FreeDelivery } from '#app/rules/free-delivery.ts'

/** An amount in minor units of a currency, in the hundredths in which Liquid writes money; part of one counts as a whole. */
function hundredthsOf(minor: number, currency: string): number {
  return Math.ceil((minor * 100) / 10 ** digitsOf(currency))
}

export function drawnDelivery(stated: readonly FreeDelivery[] | undefined): DrawnDelivery[] {
  return statedAmounts(stated).map(({ market, currency, amount }) => ({
    ...(market !== null && { m: market }),
    c: currency,
    at: hundredthsOf(amount, currency),
  }))
}

/** Amounts by currency, in the same hundredths. */
export function drawnAmounts(from: Amounts): Readonly<Record<string, number>> {
  const amounts = Object.entries(from).flatMap(([currency, text]) => {
    const amount = readAmount(text, currency)
    return amount === undefined ? [] : [[currency, hundredthsOf(amount, currency)] as const]
  })
  return Object.fromEntries(amounts)
}
