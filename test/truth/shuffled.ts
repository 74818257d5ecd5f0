import type { Purchase } from '#app/signals/purchases.ts'
import { luckOf } from '../simulator/world/random.ts'

/**
 * The same orders, of the same sizes, by the same customers, and the same products sold as often, but dealt out blindly:
 * whatever went with anything no longer does.
 */
export function shuffled(purchases: readonly Purchase[], seed: string): Purchase[] {
  const luck = luckOf(`shuffle ${seed}`)
  const dealt = purchases.flatMap(({ products }) => products)
  const swap = (one: number, other: number) => ([dealt[one], dealt[other]] = [dealt[other]!, dealt[one]!])
  for (let at = dealt.length - 1; at > 0; at--) swap(at, luck.below(at + 1))
  let start = 0
  for (const { products } of purchases) {
    const end = start + products.length
    for (let at = start; at < end; at++) {
      // A second piece of a product goes back into the deck, as far as anybody else can take it.
      for (let tries = 0; tries < 100 && dealt.indexOf(dealt[at]!, start) < at; tries++) swap(at, luck.below(dealt.length))
    }
    start = end
  }
  start = 0
  return purchases.map((purchase) => ({ ...purchase, products: [...new Set(dealt.slice(start, (start += purchase.products.length)))] }))
}
