import type { Product } from '#app/commerce/product.ts'
import { savingOn } from '#app/offers/saving.ts'
import { termsAt } from '#app/offers/terms.ts'
import type { OfferDiscount } from '../rule.ts'
import { floorOfCost } from './floors-of.ts'

/** What is left of prices after a discount and costs, in hundredths of a percent of what is then paid; below zero where nothing is. */
export interface Margins {
  readonly lowest: number
  readonly highest: number
  /** Variants whose cost is known, among how many. */
  readonly known: number
  readonly of: number
}

/** Pieces at which every tier is reached. */
const MANY = 1_000

/** The margins of what a rule offers, once all that may come off has; undefined where no cost is known. A bundle's depend on more. */
export function marginsOf(
  offered: readonly Product[],
  discount: OfferDiscount,
  { currency, floor }: { readonly currency: string; readonly floor: number | undefined },
): Margins | undefined {
  const terms = discount.kind === 'bundle-price' ? undefined : termsAt(discount, { currency, shopCurrency: currency, rate: 1 })
  const variants = offered.flatMap((product) => product.variants).filter(({ price }) => price > 0)
  const margins = variants.flatMap(({ price, cost }) => {
    if (cost === null || !terms) return []
    const paid = price - savingOn(price, terms, 0, MANY, floor === undefined ? 0 : floorOfCost(cost, floor))
    return paid > 0 ? [Math.round(((paid - cost) * 10_000) / paid)] : [-10_000]
  })
  if (margins.length === 0) return undefined
  const [lowest, highest] = margins.reduce(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [margins[0]!, margins[0]!])
  return { lowest, highest, known: margins.length, of: variants.length }
}
