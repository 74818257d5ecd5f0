import type pg from 'pg'
import { fixTerms } from '#app/measure/arms/terms.ts'
import { makeRules } from '../rules/make-rules.ts'

/** How large each of the shops is. */
export interface Size {
  readonly products: number
  readonly orders: number
}

export const shopOf = (at: number) => `sized-${at}.myshopify.com`
const SCOPES = ['read_orders', 'read_products', 'read_customers', 'write_products']
const RULES = 20
/** Orders of one statement. */
const AT_ONCE = 100_000

/**
 * Makes a shop up with SQL: products of seven types, and orders of the last year, of one to four lines each, three to a customer. Few products
 * are bought often and most seldom (the square of an even draw), and every other order goes on from its first product to those beside it,
 * so that there is something to learn. One that has installed the app already is filled.
 */
export async function makeShop(database: pg.Pool, shop: string, { products, orders }: Size): Promise<void> {
  await database.query(
    `INSERT INTO shop (id, name, currency, timezone, scopes, installed_at) VALUES ($1, 'Sized', 'EUR', 'UTC', $2, now() - interval '1 year')
     ON CONFLICT DO NOTHING`,
    [shop, SCOPES],
  )
  await database.query(
    `INSERT INTO measurement (shop_id, salt, started_at, counted_to, published) VALUES ($1, 'feedfacecafebeef', now() - interval '90 days', now() - interval '1 day', '{}')
     ON CONFLICT DO NOTHING`,
    [shop],
  )
  await database.query(
    `INSERT INTO measure_epoch (shop_id, board, number, share, terms, starts_at) VALUES ($1, 'cross-sell', 1, 0.1, $2, now() - interval '90 days')
     ON CONFLICT DO NOTHING`,
    [shop, fixTerms([], 90)],
  )
  await database.query(
    `INSERT INTO product (shop_id, id, handle, title, type, vendor, tags, status, published_at, is_gift_card, requires_selling_plan, options, variants, created_at, updated_at)
     SELECT $1, id, 'thing-' || id, 'Thing ' || id, 'type ' || id % 7, 'vendor ' || id % 50, ARRAY['tag-' || id % 100], 'ACTIVE', now() - interval '1 year', false, false, '{Title}',
       jsonb_build_array(jsonb_build_object('id', id * 10 + 1, 'inventoryItemId', id * 10 + 2, 'sku', 'SKU-' || id, 'title', 'Default Title', 'price', 1250 + id % 5000, 'compareAtPrice', NULL, 'stock', 5, 'options', jsonb_build_array('Default Title'))),
       now() - interval '1 year', now() - interval '1 day'
     FROM generate_series(1, $2::bigint) AS id`,
    [shop, products],
  )
  for (const rule of makeRules(RULES))
    await database.query('INSERT INTO rule (shop_id, id, document, created_at, updated_at) VALUES ($1, $2, $3, now(), now())', [
      shop,
      rule.id,
      rule,
    ])
  for (let from = 1; from <= orders; from += AT_ONCE) await makeOrders(database, shop, products, orders, from)
}

async function makeOrders(database: pg.Pool, shop: string, products: number, orders: number, from: number): Promise<void> {
  const to = Math.min(orders, from + AT_ONCE - 1)
  await database.query(
    `INSERT INTO "order" (shop_id, id, customer_id, processed_at, updated_at, recorded_at, channel)
     SELECT $1, id, 1 + id % greatest(1, $4::bigint / 3), at, at, at, 'web'
     FROM (SELECT id, now() - interval '1 year' * (1 - id::float8 / ($4::bigint + 1)) AS at FROM generate_series($2::bigint, $3::bigint) AS id) AS made`,
    [shop, from, to, orders],
  )
  await database.query(
    `INSERT INTO order_line (shop_id, order_id, id, product_id, variant_id, quantity, current_quantity, unit_price)
     SELECT $1, id, id * 10 + nth, product, product * 10 + 1, 1, 1, 1250 + product % 5000
     FROM (SELECT id, nth, 1 + (CASE WHEN nth > 0 AND id % 2 = 0 THEN first + nth ELSE floor($4 * random() ^ 2)::bigint END) % $4::bigint AS product
           FROM (SELECT id, floor($4 * random() ^ 2)::bigint AS first, floor(random() * 4)::int AS more FROM generate_series($2::bigint, $3::bigint) AS id) AS one,
             generate_series(0, more) AS nth) AS made`,
    [shop, from, to, products],
  )
}
