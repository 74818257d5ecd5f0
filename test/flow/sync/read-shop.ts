import { aCollection, aCustomer, anOrder, aProduct, aWorld } from '../../a/world.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { askFor } from '../../running/ask-for.ts'
import { aSyncedShop, type SyncedShop } from '../../running/synced-shop.ts'

const HOUR = 60 * 60 * 1000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString()
const products = Array.from({ length: 60 }, (_, at) => aProduct({ id: at + 1, stock: 1_000 }))
const world = aWorld({
  products,
  collections: [
    aCollection({ id: 1, of: products.slice(0, 20) }),
    aCollection({ id: 2, of: products.slice(10, 30) }),
    aCollection({ id: 3 }),
  ],
  customers: [aCustomer({ id: 7 })],
  orders: Array.from({ length: 80 }, (_, at) =>
    anOrder({ id: at + 1, of: products.slice(at % 40, (at % 40) + 3), createdAt: ago(200 - at) }),
  ),
})
export const DOMAIN = world.facts.domain

export interface ReadShop extends SyncedShop {
  /** What the night does, at once. */
  readonly begin: () => Promise<unknown>
  /** Everything read from the beginning, as if for the first time. */
  readonly readAnew: () => Promise<void>
  /** How many exports Shopify was asked for so far. */
  readonly exportsBegun: () => number
  /** Makes the next file keep its reader waiting, lets the work begin and resolves once it waits, to what has the file come. */
  readonly keepWaiting: (work: () => unknown) => Promise<() => void>
}

/** Sixty products, three collections and eighty orders, all read. */
export async function aReadShop(name: string): Promise<ReadShop> {
  const synced = await aSyncedShop(name, world)
  const { simulator, database, weather } = synced
  const begin = () => askFor(database, 'sync', DOMAIN)
  return {
    ...synced,
    begin,
    async readAnew() {
      for (const table of ['sync', 'product', 'collection', 'collection_member', '"order"', 'order_line', 'quarantined_line'])
        await database.query(`DELETE FROM ${table} WHERE shop_id = $1`, [DOMAIN])
      await begin()
    },
    exportsBegun: () => simulator.installations.get(DOMAIN)!.bulk.all().length,
    async keepWaiting(work) {
      const before = weather.files.met.length
      const { promise: until, resolve: goOn } = Promise.withResolvers<void>()
      weather.files.next(1, { kind: 'hang', until })
      await work()
      while (weather.files.met.length === before) await wait(20)
      return goOn
    },
  }
}
