import type { Catalog } from '#app/catalog/catalog.ts'
import type { Purchase } from '#app/signals/purchases.ts'

/**
 * Every two products of the catalogue that were bought in one order, once for each order: occasion i is of the products at
 * `one[i]` and `other[i]` of the catalogue, in `orders[i]`. Newest first.
 */
export interface Occasions {
  readonly one: Uint32Array
  readonly other: Uint32Array
  readonly orders: readonly Purchase[]
}

const MOST = 2_000_000

/** The newest two million of them. `purchases` must be fair, and so oldest first. */
export function occasionsIn(purchases: readonly Purchase[], catalog: Catalog): Occasions {
  const [one, other, orders]: [number[], number[], Purchase[]] = [[], [], []]
  for (const purchase of purchases.toReversed()) {
    if (orders.length >= MOST) break
    const indexes = purchase.products.map((id) => catalog.indexOf(id)).filter((index) => index !== undefined)
    for (const [place, first] of indexes.entries()) {
      for (const second of indexes.slice(place + 1)) {
        one.push(first)
        other.push(second)
        orders.push(purchase)
      }
    }
  }
  return { one: Uint32Array.from(one), other: Uint32Array.from(other), orders }
}

/** The occasions on which one product was among the triggers and the other among the offered. */
export function occasionsOf({ one, other }: Occasions, triggers: ReadonlySet<number>, offered: ReadonlySet<number>): number[] {
  const found: number[] = []
  for (let at = 0; at < one.length; at++) {
    const [first, second] = [one[at]!, other[at]!]
    if ((triggers.has(first) && offered.has(second)) || (triggers.has(second) && offered.has(first))) found.push(at)
  }
  return found
}
