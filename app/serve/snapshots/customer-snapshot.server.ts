import { readShopId, type ProductId, type ShopId } from '#app/commerce/ids.ts'
import { KINDS, type CustomerLists } from '#app/models/customers/customer-lists.ts'
import { readLists } from '#app/models/customers/write-lists.ts'
import type { NextProduct } from '#app/serve/next-product.ts'
import { placeOf } from '#app/serve/place-of.ts'
import { checked, VERSION_LENGTH, versionOf, withChecksum } from './checked-bytes.server.ts'
import type { CachedSnapshot, SnapshotKind } from './snapshot.server.ts'

const LAYOUT = 'tandem-customers-1'

/** What comes next for each customer of one shop. */
export interface CustomerSnapshot extends CachedSnapshot {
  /** Best first; nothing for a customer without a past. */
  readonly nextFor: (customer: number) => readonly NextProduct[]
}

export const CUSTOMERS: SnapshotKind<CustomerSnapshot> = {
  table: 'customer_snapshot',
  suffix: '.customers',
  versionLength: VERSION_LENGTH,
  name: 'A snapshot of what comes next for customers',
  complaint: 'Snapshots of what comes next for customers grow old',
  read: readCustomers,
}

/** A snapshot as bytes: a checksum, the layout and the shop on a line each, then lists as `writeLists` makes them. */
export function writeCustomers(shop: ShopId, lists: Uint8Array): Buffer {
  return withChecksum(Buffer.concat([Buffer.from(`\n${LAYOUT}\n${shop}\n`), lists]))
}

/** The snapshot in the bytes; a string says why they are none. */
export function readCustomers(bytes: Buffer): CustomerSnapshot | string {
  const rest = checked(bytes)
  if (!rest) return 'its checksum does not fit'
  const [, layout, domain] = rest.subarray(0, 400).toString('latin1').split('\n', 3)
  const shop = readShopId(domain)
  if (layout !== LAYOUT || !shop) return 'of another layout'
  // A buffer of its own, where numbers lie as the processor wants them.
  const own = new Uint8Array(rest.subarray(1 + layout.length + 1 + shop.length + 1))
  const lists = readLists(own)
  if (typeof lists === 'string') return lists
  return { shop, version: versionOf(bytes), size: own.length, nextFor: (customer) => listOf(lists, customer) }
}

function listOf({ customers, products, starts, items, days, kinds }: CustomerLists, customer: number): NextProduct[] {
  const at = placeOf(customers, customer)
  if (at === undefined) return []
  const [from, to] = [starts[at]!, starts[at + 1]!]
  const list = new Array<NextProduct>(to - from)
  for (let nth = from; nth < to; nth++)
    list[nth - from] = { product: products[items[nth]!] as ProductId, kind: KINDS[kinds[nth]!]!, day: days[nth]! }
  return list
}
