import type { PoolClient } from 'pg'
import { findHeld } from '#app/catalog/find-held.server.ts'
import type { CollectionId, OrderId, ProductId, ShopId } from '#app/commerce/ids.ts'
import type { Order } from '#app/commerce/order.ts'
import type { Payload } from '#app/inbox/allowed-fields.ts'
import type { StoredDelivery } from '#app/inbox/inbox.server.ts'
import { echoesOf } from '#app/ingest/echoes.server.ts'
import { fetchCollection, fetchProduct, fetchProductsOf, type CollectionNow } from '#app/ingest/fetch-catalog.server.ts'
import { fetchOrder } from '#app/ingest/fetch-orders.server.ts'
import { judgeNews, type Verdict } from '#app/ingest/judge-news.ts'
import type { CatalogLine } from '#app/ingest/read-product.ts'
import { inLanes } from '#app/platform/in-lanes.ts'
import type { Installation } from '#app/shopify/installation.server.ts'
import { adminOf } from '#app/shopify/shopify.server.ts'
import { findOrders } from '#app/signals/find-orders.server.ts'
import { ordersToRefetch } from '#app/signals/orders-to-refetch.ts'

/** What Shopify says of the things that deliveries only name; each is asked for once, however often it was named. */
export interface Answers extends Pick<Verdict, 'stock' | 'heard'> {
  /** Without those that are gone, or that the app may not see. */
  readonly orders: readonly Order[]
  /** Of those that were said to be deleted, the ones that Shopify does not know either. */
  readonly ordersGone: readonly OrderId[]
  /** Undefined where it is gone. */
  readonly products: ReadonlyMap<ProductId, CatalogLine[] | undefined>
  readonly collections: ReadonlyMap<CollectionId, CollectionNow | undefined>
}

const LANES = 4

export async function fetchNamed(
  client: PoolClient,
  { shop, currency, scopes }: Installation,
  waiting: readonly StoredDelivery[],
  signal: AbortSignal,
): Promise<Answers> {
  const kept = waiting.map((delivery) => delivery.kept)
  const orderIds = await ordersToAsk(client, shop, kept)
  const { ask: productIds, ...known } = await judgeProducts(client, shop, kept, currency)
  const collectionIds = [...new Set(only(kept, 'collection').map(({ id }) => id))]
  const items = [...new Set(only(kept, 'inventory-item').map(({ id }) => id))]
  const deleted = new Set(only(kept, 'order-deleted').map(({ id }) => id))
  const orders: Order[] = []
  const ordersGone: OrderId[] = []
  const products = new Map<ProductId, CatalogLine[] | undefined>()
  const collections = new Map<CollectionId, CollectionNow | undefined>()
  if (orderIds.length + productIds.length + collectionIds.length + items.length === 0)
    return { orders, ordersGone, products, collections, ...known }

  const admin = await adminOf(shop)
  const named = new Set([...productIds, ...(await fetchProductsOf(admin, items, signal))])
  await inLanes(LANES, orderIds, async (id) => {
    const now = await fetchOrder(admin, id, scopes, signal)
    if (now) orders.push(now)
    else if (deleted.has(id)) ordersGone.push(id)
  })
  await inLanes(LANES, [...named], async (id) => void products.set(id, await fetchProduct(admin, id, currency, signal)))
  await inLanes(LANES, collectionIds, async (id) => void collections.set(id, await fetchCollection(admin, id, signal)))
  return { orders, ordersGone, products, collections, ...known }
}

/**
 * Orders of which a delivery tells too little, those of which two tell different things of the same second, and those that are said
 * to be deleted: a topic is not signed, and nothing of a shop's is deleted on the word of a body that could be of another.
 */
async function ordersToAsk(client: PoolClient, shop: ShopId, kept: readonly Payload[]): Promise<OrderId[]> {
  const told = only(kept, 'order').map(({ order }) => order)
  const held = await findOrders(client, shop, [...new Set(told.map(({ id }) => id))])
  const named = [...only(kept, 'order-named'), ...only(kept, 'order-deleted')].map(({ id }) => id)
  return [...new Set([...named, ...ordersToRefetch(told, held)])]
}

/** What deliveries about products tell of themselves, and of which products they do not tell all. */
async function judgeProducts(client: PoolClient, shop: ShopId, kept: readonly Payload[], currency: string): Promise<Verdict> {
  const news = only(kept, 'product').map(({ id, tells: told }) => ({ id, ...(told && { told }) }))
  // Where two deliveries tell of different numbers of variants, the variants have changed, and neither is compared in vain.
  const told = new Map(news.flatMap(({ id, told }) => (told ? [[id, told.pieces.length] as const] : [])))
  if (told.size === 0) return { ask: [...new Set(news.map(({ id }) => id))], stock: new Map(), heard: [] }
  return judgeNews(news, await findHeld(shop, told, currency), await echoesOf(client, shop, [...told.keys()]))
}

function only<Kind extends Payload['kind']>(kept: readonly Payload[], kind: Kind): Extract<Payload, { readonly kind: Kind }>[] {
  return kept.filter((one): one is Extract<Payload, { readonly kind: Kind }> => one.kind === kind)
}
