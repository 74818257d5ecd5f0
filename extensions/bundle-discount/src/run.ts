import { toAmount } from '#app/commerce/money.ts'
import { readStack, type ProductDeals } from '#app/offers/deal.ts'
import { discountsFor } from '#app/offers/discounts-for.ts'
import type { LineDiscount } from '#app/offers/cart.ts'
import type { Input } from './input.ts'
import type { Candidate, Output } from './output.ts'
import { readCart } from './read-cart.ts'

const NOTHING: Output = { operations: [] }

/**
 * What one of our discounts takes off a cart: the deals of its own class. Percentages are reckoned here and given as amounts, so that a
 * sum is the same wherever it is reckoned. Never throws: a cart that cannot be understood keeps its prices.
 */
export function run(input: Input): Output {
  const stack = readStack(input.discount.metafield?.value)
  if (!stack || !input.discount.discountClasses.includes('PRODUCT')) return NOTHING
  const read = readCart(input)
  if (!read) return NOTHING
  const { cart, deals } = read
  const discounts = discountsFor(cart, (product): ProductDeals | undefined => deals.get(product), stack)
  if (discounts.length === 0) return NOTHING
  return { operations: [{ productDiscountsAdd: { candidates: candidatesFor(discounts, cart.currency), selectionStrategy: 'ALL' } }] }
}

/** Lines of which every piece comes off by the same are one candidate: what is said fits into few bytes. */
function candidatesFor(discounts: readonly LineDiscount[], currency: string): Candidate[] {
  const alike = new Map<string, LineDiscount[]>()
  for (const one of discounts) {
    const key = one.each === null ? one.line : `${one.rule} ${one.each}`
    const known = alike.get(key)
    if (known) known.push(one)
    else alike.set(key, [one])
  }
  return [...alike.values()].map((ones) => {
    const { each, total } = ones[0]!
    return {
      targets: ones.map(({ line, quantity }) => ({ cartLine: { id: line, quantity } })),
      value: { fixedAmount: { amount: toAmount(each ?? total, currency), appliesToEachItem: each !== null } },
    }
  })
}
