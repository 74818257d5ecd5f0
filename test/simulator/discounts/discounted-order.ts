import type { NewOrder, ShopState } from '../state/shop-state.ts'
import { priceLines } from './price-lines.ts'
import { fromTill } from './till.ts'

/** An order with what its lines got off when it was made, and in what it was paid. */
export function discountedOrder(shop: ShopState, wanted: NewOrder): NewOrder {
  const isPlain = shop.discounts.size === 0 && ![...shop.markets.values()].some(({ currency }) => currency)
  if (isPlain || wanted.lines.some(({ variantId }) => !shop.variants.has(variantId))) return wanted
  const { till, lines } = priceLines(shop, wanted.lines, (_, at) => String(at))
  return {
    ...wanted,
    ...(till.currency !== shop.facts.currency && { presentment: { currency: till.currency, rate: till.rate } }),
    lines: lines.map(({ line, allocation }) =>
      allocation ? { ...line, discount: { title: allocation.discount.title, amount: fromTill(allocation.amount, till) } } : line,
    ),
  }
}
