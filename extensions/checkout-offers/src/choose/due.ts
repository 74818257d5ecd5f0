import type { ProductId } from '../../../../app/commerce/ids.ts'

/** A customer's order, as far as it tells what is used up. */
export interface PastOrder {
  /** Milliseconds. */
  readonly at: number
  readonly products: readonly ProductId[]
}

/** A product that is used up by now. */
export interface Due {
  readonly product: ProductId
  /** When it was bought last, in milliseconds. */
  readonly lastAt: number
}

const DAY = 24 * 60 * 60 * 1000
/** Who has not come back for so many times the usual wait has stopped using it. */
const GIVEN_UP = 4

/**
 * What a customer usually buys again by now, what fell due last first. `usual` tells after how many days others buy a product again;
 * a customer's own habit, the middle of the waits between their purchases, speaks before it.
 */
export function dueOf(orders: readonly PastOrder[], usual: (product: ProductId) => number | undefined, now: number): Due[] {
  const bought = new Map<ProductId, number[]>()
  for (const { at, products } of orders.toSorted((one, other) => one.at - other.at))
    for (const product of new Set(products)) bought.set(product, [...(bought.get(product) ?? []), at])
  return [...bought]
    .flatMap(([product, days]) => {
      const lastAt = days.at(-1) ?? now
      const wait = usual(product) === undefined ? undefined : (ownWait(days) ?? usual(product))
      const passed = wait === undefined ? 0 : (now - lastAt) / (wait * DAY)
      return passed >= 1 && passed < GIVEN_UP ? [{ product, lastAt, passed }] : []
    })
    .toSorted((one, other) => one.passed - other.passed)
    .map(({ product, lastAt }) => ({ product, lastAt }))
}

/** In days; undefined of somebody who never came back for it on another day. */
function ownWait(days: readonly number[]): number | undefined {
  const waits = days
    .slice(1)
    .map((day, nth) => (day - days[nth]!) / DAY)
    .filter((wait) => wait >= 1)
    .toSorted((one, other) => one - other)
  return waits[waits.length >> 1]
}
