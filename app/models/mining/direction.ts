import type { Catalog } from '#app/catalog/catalog.ts'
import { priceOf } from '#app/commerce/product.ts'
import type { GroupOf } from './group.ts'

/** What costs so many times as much as the other is what the shopper came for. */
const CLEARLY_DEARER = 1.5

/** One side of a pair, and the orders with it. */
export interface Side extends GroupOf {
  readonly orders: number
}

/**
 * Which of two groups leads to the other: the clearly dearer by its middle price, else the one that is bought more often:
 * the other is then the one that seldom leaves alone. Does not depend on which is named first, nor on ids.
 */
export function leads(one: Side, other: Side, catalog: Catalog): boolean {
  const [price, otherPrice] = [middlePrice(one, catalog), middlePrice(other, catalog)]
  if (price >= otherPrice * CLEARLY_DEARER) return true
  if (otherPrice >= price * CLEARLY_DEARER) return false
  if (one.orders !== other.orders) return one.orders > other.orders
  return nameOf(one, catalog) < nameOf(other, catalog)
}

function middlePrice({ members }: GroupOf, { products }: Catalog): number {
  const prices = members.map((index) => priceOf(products[index]!) ?? 0).sort((a, b) => a - b)
  return prices[Math.floor(prices.length / 2)] ?? 0
}

/** A name that stays with the group whatever the ids are. */
export function nameOf({ group, members }: GroupOf, { products }: Catalog): string {
  return group.kind === 'product' ? products[members[0]!]!.handle : `${group.kind} ${group.name}`
}
