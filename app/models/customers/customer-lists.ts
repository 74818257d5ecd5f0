import type { Kind, Listed } from './list-next.ts'

/** Kinds by the number that stands for each. */
export const KINDS = ['next', 'again', 'bought'] as const satisfies readonly Kind[]

/** What comes next for each customer of a shop, packed. Entries of customer c are those from `starts[c]` up to but not including `starts[c + 1]`. */
export interface CustomerLists {
  /** Ids, rising; so are the products'. */
  readonly customers: Float64Array
  readonly products: Float64Array
  readonly starts: Uint32Array
  /** By entry: an index of `products`, a day since 1970, an index of `KINDS`. */
  readonly items: Uint32Array
  readonly days: Uint16Array
  readonly kinds: Uint8Array
}

/** Packs lists of customers, each with its id, in any order. */
export function packLists(lists: readonly (readonly [id: number, list: readonly Listed[]])[], products: readonly number[]): CustomerLists {
  const sorted = lists.filter(([, list]) => list.length > 0).sort(([a], [b]) => a - b)
  const starts = new Uint32Array(sorted.length + 1)
  for (const [at, [, list]] of sorted.entries()) starts[at + 1] = starts[at]! + list.length
  const entries = starts[sorted.length]!
  const packed = { items: new Uint32Array(entries), days: new Uint16Array(entries), kinds: new Uint8Array(entries) }
  let at = 0
  for (const [, list] of sorted) {
    for (const { item, kind, day } of list) {
      packed.items[at] = item
      packed.days[at] = Math.min(Math.max(Math.ceil(day), 0), 0xffff)
      packed.kinds[at++] = KINDS.indexOf(kind)
    }
  }
  return { customers: Float64Array.from(sorted, ([id]) => id), products: Float64Array.from(products), starts, ...packed }
}
