import { z } from 'zod'
import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import { readAmount, type Minor } from '#app/commerce/money.ts'
import type { Amounts } from '#app/offers/discount.ts'
import { amountsSchema } from './amounts-schema.ts'
import { name } from './conditions/field-schema.ts'

/** From what a cart is worth on it is delivered free, as the merchant states it. Where nothing is stated, nothing is said. */
export interface FreeDelivery {
  /** The market's handle; null for all markets that have no amount of their own in the cart's currency. */
  readonly market: string | null
  readonly amounts: Amounts
}

const MOST_MARKETS = 50

/** Liquid goes through no more of anything. */
const MOST_AMOUNTS = 50

const isNamedOnce = (all: readonly { readonly market: string | null }[]) =>
  new Set(all.map(({ market }) => market && foldAsLiquid(market))).size === all.length

export const freeDeliverySchema = z
  .array(z.strictObject({ market: name.nullable(), amounts: amountsSchema }))
  .min(1, 'fault.choose-one')
  .max(MOST_MARKETS, 'fault.too-many')
  .refine((all) => all.reduce((sum, { amounts }) => sum + Object.keys(amounts).length, 0) <= MOST_AMOUNTS, 'fault.too-many')
  .refine(isNamedOnce, 'fault.twice')

/** One stated amount, in minor units of its currency. `market` is folded as Liquid folds it. */
export interface StatedAmount {
  readonly market: string | null
  readonly currency: string
  readonly amount: Minor
}

/** All that is stated; of a market's and everybody's the market's first, so that the first that fits a cart is the one that counts. */
export function statedAmounts(all: readonly FreeDelivery[] = []): StatedAmount[] {
  const stated = all.flatMap(({ market, amounts }) =>
    Object.entries(amounts).flatMap(([currency, text]): StatedAmount[] => {
      const amount = readAmount(text, currency)
      return amount === undefined ? [] : [{ market: market === null ? null : foldAsLiquid(market), currency, amount }]
    }),
  )
  return [...stated.filter(({ market }) => market !== null), ...stated.filter(({ market }) => market === null)]
}

/**
 * What is missing to free delivery, in minor units of the cart's currency; 0 once it is reached, undefined where nothing is stated for
 * such a cart.
 */
export function toFreeDelivery(
  all: readonly FreeDelivery[] | undefined,
  { market, currency, subtotal }: { readonly market: string | null; readonly currency: string; readonly subtotal: number },
): Minor | undefined {
  const folded = market === null ? null : foldAsLiquid(market)
  const stated = statedAmounts(all).find((one) => one.currency === currency && (one.market === null || one.market === folded))
  return stated && (Math.max(0, stated.amount - subtotal) as Minor)
}
