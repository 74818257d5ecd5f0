import type { Repurchases } from '#app/models/customers/repurchases.ts'
import { LISTED, rankPage, type PageSources } from './rank-page.ts'

/** A list of whole numbers, as narrow as the largest of them allows. */
export type Counts = Uint8Array | Uint16Array | Uint32Array

/**
 * What stands beside each product for somebody unknown, ranked ahead, so that no shopper waits for it. Product p's list is
 * `neighbours[starts[p]]` up to `neighbours[starts[p + 1]]`, indexes of products, best first; `together` runs beside it.
 */
export interface PageLists {
  /** Ids, ascending. */
  readonly products: Float64Array
  /** Orders that were learnt from. */
  readonly orders: number
  /** Orders with each product. */
  readonly bought: Uint32Array
  /** After how many days each is usually bought again by who bought it; 0 of what is not bought again as a rule. */
  readonly again: Uint16Array
  readonly starts: Uint32Array
  readonly neighbours: Counts
  /** Orders with both. */
  readonly together: Counts
}

/** Asks about every product that was sold, once. */
export function listPages(sources: PageSources, { usual }: Repurchases): PageLists {
  const { known, space, coBuyers } = sources
  const { products } = known.histories.log
  const starts = new Uint32Array(products.length + 1)
  const room = products.length * LISTED
  const [neighbours, together] = [new Uint32Array(room), new Uint32Array(room)]
  let held = 0
  for (let product = 0; product < products.length; product++) {
    rankPage(sources, product)
    for (const other of space.ranked.items.subarray(0, space.ranked.size)) {
      neighbours[held] = other
      together[held++] = coBuyers.together[other]!
    }
    starts[product + 1] = held
  }
  return {
    products: Float64Array.from(products),
    orders: known.pairs.orders,
    bought: Uint32Array.from(known.popularity.ever),
    again: Uint16Array.from(usual, (days) => (Number.isNaN(days) ? 0 : Math.min(Math.max(Math.round(days), 1), 0xffff))),
    starts,
    neighbours: narrow(neighbours.subarray(0, held)),
    together: narrow(together.subarray(0, held)),
  }
}

/** The same numbers in as few bytes as the largest needs. */
function narrow(numbers: Uint32Array): Counts {
  let most = 0
  for (const number of numbers) if (number > most) most = number
  return most < 2 ** 8 ? Uint8Array.from(numbers) : most < 2 ** 16 ? Uint16Array.from(numbers) : numbers.slice()
}
