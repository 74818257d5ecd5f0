import type pg from 'pg'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { versionOf } from '#app/serve/snapshots/checked-bytes.server.ts'
import { writePublished } from '#app/serve/snapshots/published-snapshot.server.ts'
import { aPage } from '../../a/notes.ts'
import { makeRules } from '../rules/make-rules.ts'

export const PRODUCTS = 39
export const WORST = 'worst.myshopify.com'
export const neighbour = (at: number) => `neighbour-${at}.myshopify.com`
const SCOPES = ['read_orders', 'read_products', 'write_products']
/** As large as a rule may be and still be one of a thousand in 2 MB. */
const RULE_BYTES = 1_900

/** Puts shops into the database as they are once the app has been at work in them for a while: the worst one has all the rules it may have. */
export async function settleIn(database: pg.Pool, neighbours: number): Promise<void> {
  for (const shop of Array.from({ length: neighbours }, (_, at) => neighbour(at))) await settle(database, shop, 5, 0)
  await settle(database, WORST, 1_000, RULE_BYTES)
}

async function settle(database: pg.Pool, shop: string, rules: number, bytes: number): Promise<void> {
  await database.query(
    `INSERT INTO shop (id, name, currency, timezone, scopes, installed_at) VALUES ($1, 'Bench', 'EUR', 'UTC', $2, now())`,
    [shop, SCOPES],
  )
  // Sealed when the web process starts.
  await database.query(
    `INSERT INTO session (id, shop, state, is_online, scope, expires, access_token) VALUES ($1, $2, '', false, $3, now() + interval '1 day', 'shpat_bench')`,
    [`offline_${shop}`, shop, SCOPES.join()],
  )
  await database.query(
    `INSERT INTO product (shop_id, id, handle, title, type, vendor, tags, status, published_at, is_gift_card, requires_selling_plan, options, variants, created_at, updated_at)
     SELECT $1, id, 'thing-' || id, 'Thing ' || id, 'type ' || id % 7, 'vendor ' || id % 3, ARRAY['tag-' || id % 5], 'ACTIVE', now(), false, false, '{Title}',
       jsonb_build_array(jsonb_build_object('id', id * 10 + 1, 'inventoryItemId', id * 10 + 2, 'sku', 'SKU-' || id, 'title', 'Default Title', 'price', 1250, 'compareAtPrice', NULL, 'stock', 5, 'options', jsonb_build_array('Default Title'))),
       now(), now()
     FROM generate_series(1, $2::bigint) AS id`,
    [shop, PRODUCTS],
  )
  const made = makeRules(rules).map((rule) => ({ ...rule, name: rule.name.padEnd(80, ' of the largest size') }))
  for (const rule of made) {
    const document = { ...rule, when: widen(rule.when as never, bytes - JSON.stringify(rule).length) }
    await database.query('INSERT INTO rule (shop_id, id, document, created_at, updated_at) VALUES ($1, $2, $3, now(), now())', [
      shop,
      rule.id,
      document,
    ])
  }
  const pages = Array.from({ length: PRODUCTS }, (_, at) => [(at + 1) as ProductId, aPage([((at + 1) % PRODUCTS) + 1], 'rule-1')] as const)
  const snapshot = writePublished(shop as ShopId, new Map(pages))
  await database.query('INSERT INTO published_snapshot (shop_id, version, bytes, stored_at) VALUES ($1, $2, $3, now())', [
    shop,
    versionOf(snapshot),
    snapshot,
  ])
}

/** A condition may name so many things. */
const MOST_NAMES = 100

/** The same condition, or one of many names, so that the rule has so many bytes more. */
function widen(when: object, bytes: number): object {
  const names = Array.from({ length: Math.max(0, Math.floor(bytes / 14)) }, (_, at) => `tag-of-${at}`.slice(0, 11))
  const tags = Array.from({ length: Math.ceil(names.length / MOST_NAMES) }, (_, at) => ({
    kind: 'tag',
    names: names.slice(at * MOST_NAMES, (at + 1) * MOST_NAMES),
  }))
  return tags.length === 0 ? when : { kind: 'any', of: [when, ...tags] }
}
