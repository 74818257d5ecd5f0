import type { Pool } from 'pg'
import { expect } from 'vitest'
import { availableForSale } from '../simulator/state/available.ts'
import type { ShopState } from '../simulator/state/shop-state.ts'

const toTheSecond = (iso: string | null) => iso && `${new Date(iso).toISOString().slice(0, 19)}Z`
const byId = (a: { readonly id: number }, b: { readonly id: number }) => a.id - b.id

/** The app's tables hold of the shop's orders exactly what is true of them. */
export async function expectOrdersHeld(database: Pool, shop: ShopState): Promise<void> {
  const { rows } = await database.query<{ order: unknown }>(
    `SELECT json_build_object('id', id, 'customer', customer_id, 'processed', to_char(processed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'updated', to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
       'cancelled', to_char(cancelled_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
       'lines', (SELECT coalesce(json_agg(json_build_array(line.id, product_id, quantity, current_quantity, unit_price, discount, bundle_id, bundle_product_id) ORDER BY line.id), '[]')
                 FROM order_line AS line WHERE line.shop_id = "order".shop_id AND order_id = "order".id)) AS order
     FROM "order" WHERE shop_id = $1 ORDER BY id`,
    [shop.facts.domain],
  )
  const meant = [...shop.orders.values()].filter(({ test }) => !test)
  const real = meant.toSorted(byId).map((order) => ({
    id: order.id,
    customer: order.customerId,
    processed: toTheSecond(order.processedAt ?? order.createdAt),
    updated: toTheSecond(order.updatedAt),
    cancelled: toTheSecond(order.cancelledAt),
    lines: order.lines
      .toSorted(byId)
      .map((line) => [
        line.id,
        line.productId,
        line.quantity,
        line.currentQuantity,
        line.price,
        line.discount?.amount ?? 0,
        line.group?.id ?? null,
        line.group?.productId ?? null,
      ]),
  }))
  expect(rows.map(({ order }) => order)).toEqual(real)
  const { rows: orphans } = await database.query(
    'SELECT FROM order_line AS line WHERE NOT EXISTS (SELECT FROM "order" WHERE "order".shop_id = line.shop_id AND "order".id = line.order_id)',
  )
  expect(orphans).toHaveLength(0)
}

/** The app's tables hold of the shop's products and collections exactly what is true of them. */
export async function expectCatalogHeld(database: Pool, shop: ShopState): Promise<void> {
  const { rows } = await database.query<{ product: unknown }>(
    `SELECT json_build_object('id', id, 'title', title, 'type', type, 'published', published_at IS NOT NULL, 'variants', variants, 'category', category, 'options', options, 'metafields', metafields,
       'collections', ARRAY(SELECT collection_id FROM collection_member AS member
                            WHERE member.shop_id = product.shop_id AND product_id = product.id ORDER BY 1)) AS product
     FROM product WHERE shop_id = $1 ORDER BY id`,
    [shop.facts.domain],
  )
  const collections = [...shop.collections.values()]
  const real = [...shop.products.values()].toSorted(byId).map((product) => ({
    id: product.id,
    title: product.title,
    type: product.productType,
    published: product.publishedAt !== null,
    variants: product.variants.map((variant) => ({
      id: variant.id,
      title: variant.title,
      price: variant.price,
      compareAt: variant.compareAtPrice,
      available: availableForSale(product, variant),
      stock: variant.stock,
      sku: variant.sku,
      options: variant.options,
      cost: variant.cost ?? null,
    })),
    category: product.category ?? null,
    options: product.options.map(({ name }) => name),
    metafields: product.metafields
      .filter(({ namespace }) => !namespace.startsWith('shopify--'))
      .map(({ namespace, key, type, value }) => ({
        name: `${namespace}.${key}`,
        values: [type.startsWith('number') ? Number(value) : value],
      }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    collections: collections
      .filter(({ productIds }) => productIds.includes(product.id))
      .map(({ id }) => id)
      .toSorted((a, b) => a - b),
  }))
  expect(rows.map(({ product }) => product)).toEqual(real)
  const named = await database.query<{ id: string; title: string }>('SELECT id, title FROM collection WHERE shop_id = $1 ORDER BY id', [
    shop.facts.domain,
  ])
  expect(named.rows.map(({ id, title }) => ({ id: Number(id), title }))).toEqual(
    collections.toSorted(byId).map(({ id, title }) => ({ id, title })),
  )
}
