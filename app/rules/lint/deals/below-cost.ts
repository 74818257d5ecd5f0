import type { Product } from '#app/commerce/product.ts'
import { savingOn } from '#app/offers/saving.ts'
import { termsAt } from '#app/offers/terms.ts'
import { floorOfCost } from '#app/rules/deals/floors-of.ts'
import type { RuleCheck } from '#app/rules/lint/check.ts'
import type { OfferDiscount } from '#app/rules/rule.ts'

/** Pieces at which every tier is reached. */
const MANY = 1_000

/** With its discount, which is no gift, something that the rule offers would cost less than it costs the merchant, or less than the floor that he set. */
export const belowCost: RuleCheck = {
  kind: 'below-cost',
  about: 'goods',
  check({ rule, reached }, shop) {
    const { discount } = rule.offer
    if (!discount || discount.kind === 'gift' || reached.length === 0) return []
    const offered = [...new Set(reached.flatMap(({ offered }) => offered.map(({ index }) => index)))]
    const floor = shop.floor ?? 0
    const products = offered.filter((index) => isBelow(shop.catalog.products[index]!, discount, floor))
    if (products.length === 0) return []
    const as = shop.floor === undefined ? 'cost' : 'floor'
    return [{ severity: as === 'cost' ? 'warning' : 'hint', as, products, of: offered.length }]
  },
}

/** What a bundle takes off depends on what it is beside: nothing is said of it. */
function isBelow({ variants }: Product, discount: OfferDiscount, floor: number): boolean {
  return variants.some(({ price, cost }) => {
    // Amounts are compared in the currency in which prices are: that of the shop, whichever it is.
    const currencies = discount.kind === 'amount' ? Object.keys(discount.off) : ['']
    return currencies.some((currency) => {
      const terms =
        cost === null || discount.kind === 'bundle-price' ? undefined : termsAt(discount, { currency, shopCurrency: currency, rate: 1 })
      return terms !== undefined && currencies.length === 1 && price - savingOn(price, terms, 0, MANY, 0) < floorOfCost(cost!, floor)
    })
  })
}
