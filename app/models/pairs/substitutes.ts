import type { ProductId } from '#app/commerce/ids.ts'
import type { Purchase } from '#app/signals/purchases.ts'

/**
 * Whether shoppers take one of two products in the place of the other: more customers have bought both in different orders,
 * and never in one, than in one. Guests, whose other orders nobody knows, speak for being bought together alone.
 */
export function areSubstitutes(one: ProductId, other: ProductId, purchases: readonly Purchase[]): boolean {
  const customers = new Map<number, { one: boolean; other: boolean; together: boolean }>()
  let guests = 0
  for (const { customer, products } of purchases) {
    const [hasOne, hasOther] = [products.includes(one), products.includes(other)]
    if (!hasOne && !hasOther) continue
    if (customer === null) {
      if (hasOne && hasOther) guests += 1
      continue
    }
    const known = customers.get(customer) ?? { one: false, other: false, together: false }
    customers.set(customer, {
      one: known.one || hasOne,
      other: known.other || hasOther,
      together: known.together || (hasOne && hasOther),
    })
  }
  const both = [...customers.values()].filter((customer) => customer.one && customer.other)
  const together = both.filter((customer) => customer.together).length
  return takesPlace({ both: both.length, together, guests })
}

/**
 * Whether one of two products is taken in the place of the other: of `both` customers who bought the two, more never did in
 * one order than customers and guests did.
 */
export function takesPlace({ both, together, guests }: { readonly both: number; readonly together: number; readonly guests: number }) {
  return both - together > together + guests
}
