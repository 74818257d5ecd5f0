import type { ProductId } from '#app/commerce/ids.ts'
import type { BasketLog } from '#app/signals/basket-log.ts'
import { dayOf, type ReadOrder } from './read-orders.ts'
import type { Part, Split } from './split.ts'

/** What a shop knew when the questions of a stage were asked. */
export interface ShopData {
  readonly log: BasketLog
  /** The folder's names of the log's products and customers. */
  readonly names: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly customerOf: ReadonlyMap<string, number>
}

/** The orders before a stage as a log of baskets: `valid` knows the training part, `test` knows the validation part too. */
export function shopDataFor(orders: readonly ReadOrder[], split: Split, stage: Part): ShopData {
  const known = orders.filter(({ part }) => part === 'train' || (stage === 'test' && part === 'valid'))
  const seen = new Map<string, number>()
  for (const { items } of known) for (const item of items) seen.set(item, (seen.get(item) ?? 0) + 1)
  const fewest = split.kind === 'hash' ? (split.minCount ?? 1) : 1
  const names = [...seen]
    .filter(([, times]) => times >= fewest)
    .map(([name]) => name)
    .sort()
  const indexOf = new Map(names.map((name, index) => [name, index]))
  const customerOf = new Map<string, number>()
  const baskets = known
    .map(({ customer, day, items }) => ({ customer, day, items: items.flatMap((item) => indexOf.get(item) ?? []) }))
    .filter(({ items }) => items.length > 0)
  const starts = new Uint32Array(baskets.length + 1)
  for (const [at, { items }] of baskets.entries()) starts[at + 1] = starts[at]! + items.length
  const customers = Int32Array.from(baskets, ({ customer }) => {
    if (customer === '') return -1
    if (!customerOf.has(customer)) customerOf.set(customer, customerOf.size)
    return customerOf.get(customer)!
  })
  const latest = baskets.at(-1)?.day ?? 0
  const now = split.kind === 'time' ? dayOf(`${stage === 'valid' ? split.valid : split.test}T00:00:00`) : latest
  return {
    log: {
      products: names.map((_, index) => (index + 1) as ProductId),
      starts,
      items: Uint32Array.from(baskets.flatMap(({ items }) => items)),
      at: Float64Array.from(baskets, ({ day }) => day),
      customers,
      customerCount: customerOf.size,
      now,
    },
    names,
    indexOf,
    customerOf,
  }
}
