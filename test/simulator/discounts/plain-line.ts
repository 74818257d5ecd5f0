import { planOf, priceBy } from '../selling-plan.ts'
import type { Product, Variant } from '../shop.ts'
import type { ShopState } from '../state/shop-state.ts'
import { toTill, type Till } from './till.ts'

/** What is bought, whether in a cart or from a page. */
export interface WantedLine {
  readonly variantId: number
  readonly quantity: number
  readonly sellingPlanId?: number
}

/** A line before any discount. */
export interface PlainLine<Line extends WantedLine = WantedLine> {
  readonly key: string
  readonly line: Line
  readonly product: Product
  readonly variant: Variant
  /** Of one piece, in minor units of the till's currency. */
  readonly price: number
}

/** Throws where a variant has left the shop: such lines are swept out of a cart before it is priced. */
export function plainLine<Line extends WantedLine>(shop: ShopState, line: Line, key: string, till: Till): PlainLine<Line> {
  const found = shop.variants.get(line.variantId)
  if (!found) throw new Error(`No variant ${line.variantId}`)
  return { key, line, ...found, price: priceBy(toTill(found.variant.price, till), planOf(found.product, line.sellingPlanId)) }
}
