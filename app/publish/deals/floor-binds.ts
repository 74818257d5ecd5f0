import type { ProductId } from '#app/commerce/ids.ts'
import type { Product } from '#app/commerce/product.ts'
import { floorOf, type Deal } from '#app/offers/deal.ts'
import { savingOn } from '#app/offers/saving.ts'
import { termsAt } from '#app/offers/terms.ts'

/** Pieces at which every tier is reached. */
const MANY = 1_000

/** Whether a deal's floors leave less off, at today's prices, than its discount says: then Shopify's own discounts would go below them. */
export function floorBinds(deal: Deal, productOf: (id: ProductId) => Product | undefined, currency: string): boolean {
  if (!deal.floors) return false
  const terms = termsAt(deal.discount, { currency, shopCurrency: currency, rate: 1 })
  if (!terms) return false
  return deal.offered.some((id) =>
    (productOf(id)?.variants ?? []).some(({ id: variant, price }) => {
      const floor = floorOf(deal, id, variant)
      return savingOn(price, terms, 0, MANY, floor) < savingOn(price, terms, 0, MANY, 0)
    }),
  )
}
