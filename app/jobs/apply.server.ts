import type { PoolClient } from 'pg'
import { findHeld } from '#app/catalog/find-held.server.ts'
import { openStage, replaceCollection, replaceProduct, stageLines } from '#app/catalog/store-catalog.server.ts'
import type { CollectionId, ProductId, ShopId } from '#app/commerce/ids.ts'
import { inTransaction, prisma } from '#app/db.server.ts'
import { markApplied, waitingDeliveries, type StoredDelivery } from '#app/ingest/inbox.server.ts'
import { pullCollection, pullProduct, type CollectionNow } from '#app/ingest/pull-catalog.server.ts'
import type { CatalogLine } from '#app/ingest/read-product.ts'
import { adminOf } from '#app/shopify.server.ts'
import { openOrderStage, recordStaged, stageOrders } from '#app/signals/store-orders.server.ts'
import { applyPrivacy } from './apply-privacy.server.ts'
import { enqueue } from './queue.server.ts'
import { refreshScopes } from './scopes.server.ts'

const BATCH = 200

/** Applies the deliveries that wait in a shop's inbox, oldest first, each exactly once. */
export async function apply(shop: ShopId, signal: AbortSignal): Promise<void> {
  let catalogChanged = false
  while (!signal.aborted) {
    // What a model learnt from an order that is gone goes with it.
    if ((await applyPrivacy(shop)).ordersGone > 0) await enqueue('train', shop)
    const waiting = await waitingDeliveries(shop, BATCH)
    if (waiting.length === 0) break
    const goods = await pullNamed(shop, waiting)
    if (waiting.some(({ kept }) => kept.kind === 'scopes')) await applyScopes(shop)
    await inTransaction(async (client) => {
      await applyOrders(client, shop, waiting)
      await applyGoods(client, shop, goods)
      await markApplied(client, shop, waiting)
    })
    catalogChanged ||= goods.products.size + goods.collections.size > 0
  }
  if (catalogChanged) await enqueue('publish', shop, 1)
}

interface Goods {
  readonly products: ReadonlyMap<ProductId, CatalogLine[] | undefined>
  readonly collections: ReadonlyMap<CollectionId, CollectionNow | undefined>
}

/** What the products and collections named in the deliveries are now: asked once each, however often they were named. */
async function pullNamed(shop: ShopId, waiting: readonly StoredDelivery[]): Promise<Goods> {
  const products = new Map<ProductId, CatalogLine[] | undefined>()
  const collections = new Map<CollectionId, CollectionNow | undefined>()
  const known = await prisma.shop.findUnique({ where: { id: shop } })
  if (!known || known.uninstalledAt) return { products, collections }
  const named = await withoutEchoes(shop, waiting, known.currency)
  if (named.length === 0) return { products, collections }
  const admin = await adminOf(shop)
  for (const { kept } of named) {
    if (kept.kind === 'product' && !products.has(kept.id)) products.set(kept.id, await pullProduct(admin, kept.id, known.currency))
    if (kept.kind === 'collection' && !collections.has(kept.id)) collections.set(kept.id, await pullCollection(admin, kept.id))
  }
  return { products, collections }
}

/** The deliveries that name goods, but for those of products that say what we hold already. */
async function withoutEchoes(shop: ShopId, waiting: readonly StoredDelivery[], currency: string): Promise<StoredDelivery[]> {
  const held = await findHeld(
    shop,
    waiting.flatMap(({ kept }) => (kept.kind === 'product' && kept.digest !== undefined ? [kept.id] : [])),
    currency,
  )
  return waiting.filter(
    ({ kept }) =>
      kept.kind === 'collection' || (kept.kind === 'product' && (kept.digest === undefined || held.get(kept.id) !== kept.digest)),
  )
}

async function applyScopes(shop: ShopId): Promise<void> {
  const known = await prisma.shop.findUnique({ where: { id: shop } })
  if (!known || known.uninstalledAt) return
  if ((await refreshScopes(shop, await adminOf(shop))).seesMore) await enqueue('sync', shop)
}

async function applyOrders(client: PoolClient, shop: ShopId, waiting: readonly StoredDelivery[]): Promise<void> {
  const orders = waiting.flatMap(({ kept }) => (kept.kind === 'order' ? [kept.order] : []))
  if (orders.length === 0) return
  await openOrderStage(client)
  // Of two states of one order the newer wins inside the stage as well as in the table, so the lines must be its own.
  const newest = new Map(orders.toSorted((a, b) => a.updatedAt - b.updatedAt).map((order) => [order.id, order]))
  await stageOrders(client, [...newest.values()])
  await recordStaged(client, shop)
}

async function applyGoods(client: PoolClient, shop: ShopId, { products, collections }: Goods): Promise<void> {
  if (products.size > 0) await openStage(client)
  for (const [id, lines] of products) {
    if (lines) await stageLines(client, lines)
    await replaceProduct(client, shop, id)
  }
  for (const [id, now] of collections) await replaceCollection(client, shop, id, now)
}
