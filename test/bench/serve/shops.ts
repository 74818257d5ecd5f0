import type pg from 'pg'
import type { CustomerId, ProductId, ShopId } from '#app/commerce/ids.ts'
import { EVERY_PLACEMENT } from '#app/commerce/placement.ts'
import { packLists } from '#app/models/customers/customer-lists.ts'
import type { Listed } from '#app/models/customers/list-next.ts'
import { writeLists } from '#app/models/customers/write-lists.ts'
import { joinHandles } from '#app/serve/handles.ts'
import { versionOf } from '#app/serve/snapshots/checked-bytes.server.ts'
import { writeCustomers } from '#app/serve/snapshots/customer-snapshot.server.ts'
import { writeOfferableSnapshot } from '#app/serve/snapshots/offerable-snapshot.server.ts'
import { writePublished } from '#app/serve/snapshots/published-snapshot.server.ts'
import type { Notes } from '#app/slots/note.ts'

/** Cards of a page, and how long the reference of each is: together they make an answer of about 1.2 kB. */
const CARDS = 12
const REF = 48
const LISTED = 24

export const shopOf = (at: number) => `bench-${at}.myshopify.com` as ShopId
export const productOf = (at: number) => (8_000_000_000_000 + at * 32_768) as ProductId
export const customerOf = (at: number) => (7_000_000_000_000 + at * 32_768) as CustomerId

export interface ShopSize {
  readonly products: number
  readonly customers: number
}

/** The three snapshots of a shop in which every page is full and every customer has two full lists. */
export function snapshotsOf(at: number, { products, customers }: ShopSize): Readonly<Record<string, Buffer>> {
  const shop = shopOf(at)
  const ids = Array.from({ length: products }, (_, index) => productOf(index))
  const pages = new Map<ProductId, Notes>(ids.map((id, index) => [id, notesOf(index, ids)]))
  pages.set(0 as ProductId, notesOf(-1, ids))
  const lists = Array.from({ length: customers }, (_, index) => [customerOf(index), listOf(index + at, products)] as const)
  const empty = new Float64Array()
  return {
    published_snapshot: writePublished(shop, pages),
    customer_snapshot: writeCustomers(shop, writeLists(packLists(lists, ids))),
    offerable_snapshot: writeOfferableSnapshot(shop, {
      timezone: 'Europe/Berlin',
      mixes: Object.fromEntries(
        EVERY_PLACEMENT.map((placement) => [placement, [{ lock: 'open', sources: ['rules', 'next-for-you', 'buy-again', 'popular'] }]]),
      ),
      byAnybody: Float64Array.from(ids),
      byRulesAlone: empty,
      apart: [],
      lacks: new Map(),
      only: new Map(),
      handles: joinHandles(ids.map((_, index) => `a-product-of-the-bench-${index}`)),
    }),
  }
}

function notesOf(page: number, ids: readonly ProductId[]): Notes {
  const cards = Array.from({ length: CARDS }, (_, card) => ({
    p: ids[(page + 1 + card) % ids.length]!,
    by: card < 4 ? 'rule' : 'popular',
    ref: `rule-${card}-`.padEnd(REF, 'x'),
  }))
  const slots = [{ lock: 'open' as const, cards: [...cards.keys()] }]
  return { v: 2, cards, slots: Object.fromEntries(EVERY_PLACEMENT.map((placement) => [placement, slots])) }
}

function listOf(luck: number, products: number): Listed[] {
  return Array.from({ length: Math.min(2 * LISTED, products) }, (_, nth) => ({
    item: (luck * 7 + nth) % products,
    ...(nth % 2 === 0 ? { kind: 'next', day: 0 } : { kind: 'again', day: 20_000 }),
  }))
}

/** Puts shops into the database as they are once each of them has been published and trained. */
export async function putShops(database: pg.Client, shops: number, size: ShopSize): Promise<void> {
  for (let at = 0; at < shops; at++) {
    await database.query(
      `INSERT INTO shop (id, name, currency, timezone, scopes, installed_at) VALUES ($1, 'Bench', 'EUR', 'UTC', '{read_customers}', now())`,
      [shopOf(at)],
    )
    for (const [table, bytes] of Object.entries(snapshotsOf(at, size)))
      await database.query(`INSERT INTO ${table} (shop_id, version, bytes, stored_at) VALUES ($1, $2, $3, now())`, [
        shopOf(at),
        versionOf(bytes),
        bytes,
      ])
  }
}
