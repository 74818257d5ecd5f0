import { readGid, toGid, type CollectionId, type InventoryItemId, type ProductId } from '#app/commerce/ids.ts'
import { Sayable } from '#app/platform/failure.ts'
import { callAdmin } from '#app/shopify/call-admin.server.ts'
import { readJsonl, type JsonlFile } from '#app/shopify/export/read-jsonl.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { COLLECTION_NOW, COLLECTIONS, ITEMS_PRODUCTS, PRODUCT_NOW } from './catalog-documents.ts'
import { readCatalogLine, type CatalogLine } from './read-product.ts'

const BATCH = 2_000

/** The lines of a finished catalogue export, in batches. `currency` is the shop's. */
export async function* fetchCatalog(file: JsonlFile, currency: string, signal: AbortSignal): AsyncGenerator<CatalogLine[]> {
  for await (const batch of readJsonl(file, BATCH, signal)) yield batch.map((json) => readCatalogLine(json, currency))
}

/**
 * One product as it stands in the shop now, as the lines an export would have; undefined where it is gone. Throws an Error
 * when a part of Shopify's answer cannot be read, and as `callAdmin` does.
 */
export async function fetchProduct(
  admin: AdminApi,
  id: ProductId,
  currency: string,
  signal: AbortSignal,
): Promise<CatalogLine[] | undefined> {
  const lines: CatalogLine[] = []
  let variantsAfter: string | null = null
  let collectionsAfter: string | null = null
  let metafieldsAfter: string | null = null
  for (let first = true; ; first = false) {
    const answer: Awaited<ReturnType<typeof askProduct>> = await askProduct(
      admin,
      { id: toGid('Product', id), variantsAfter, collectionsAfter, metafieldsAfter },
      signal,
    )
    if (!answer) return undefined
    const { variants, collections, metafields, ...product } = answer
    if (first) lines.push(readCatalogLine(product, currency))
    for (const node of [...variants.nodes, ...collections.nodes, ...metafields.nodes])
      lines.push(readCatalogLine({ ...node, __parentId: product.id }, currency))
    const broken = lines.find((line) => line.kind === 'broken')
    if (broken) throw new Sayable(`Shopify's answer about a product could not be read: ${broken.why}`)
    if (![variants, collections, metafields].some(({ pageInfo }) => pageInfo.hasNextPage)) return lines
    // A cursor at the end of its list gives an empty page, so the shorter list is read out once only.
    variantsAfter = variants.pageInfo.endCursor ?? variantsAfter
    collectionsAfter = collections.pageInfo.endCursor ?? collectionsAfter
    metafieldsAfter = metafields.pageInfo.endCursor ?? metafieldsAfter
  }
}

interface ProductPage {
  readonly id: string
  readonly variantsAfter: string | null
  readonly collectionsAfter: string | null
  readonly metafieldsAfter: string | null
}

async function askProduct(admin: AdminApi, page: ProductPage, signal: AbortSignal) {
  const { product } = await callAdmin(admin, PRODUCT_NOW, { ...page }, { signal })
  return product
}

export interface CollectionNow {
  readonly id: CollectionId
  readonly title: string
  readonly products: readonly ProductId[]
}

/** A collection's title and its products as they stand now; undefined where it is gone. */
export async function fetchCollection(admin: AdminApi, id: CollectionId, signal: AbortSignal): Promise<CollectionNow | undefined> {
  const products: ProductId[] = []
  for (let after: string | null = null; ;) {
    const { collection }: Awaited<ReturnType<typeof askCollection>> = await askCollection(admin, id, after, signal)
    if (!collection) return undefined
    products.push(...collection.products.nodes.flatMap((node) => readGid('Product', node.id) ?? []))
    if (!collection.products.pageInfo.hasNextPage) return { id, title: collection.title, products }
    after = collection.products.pageInfo.endCursor ?? null
  }
}

function askCollection(admin: AdminApi, id: CollectionId, after: string | null, signal: AbortSignal) {
  return callAdmin(admin, COLLECTION_NOW, { id: toGid('Collection', id), after }, { signal })
}

/** Every collection of the shop with its title. */
export async function fetchCollections(admin: AdminApi, signal: AbortSignal): Promise<Omit<CollectionNow, 'products'>[]> {
  const found: Omit<CollectionNow, 'products'>[] = []
  for (let after: string | null = null; ;) {
    const { collections }: Awaited<ReturnType<typeof askCollections>> = await askCollections(admin, after, signal)
    for (const { id: gid, title } of collections.nodes) {
      const id = readGid('Collection', gid)
      if (id !== undefined) found.push({ id, title })
    }
    if (!collections.pageInfo.hasNextPage) return found
    after = collections.pageInfo.endCursor ?? null
  }
}

function askCollections(admin: AdminApi, after: string | null, signal: AbortSignal) {
  return callAdmin(admin, COLLECTIONS, { after }, { signal })
}

const ITEMS_AT_ONCE = 100

/** The products whose variants these inventory items are; an item that is gone has none. */
export async function fetchProductsOf(admin: AdminApi, items: readonly InventoryItemId[], signal: AbortSignal): Promise<ProductId[]> {
  const products: ProductId[] = []
  for (let at = 0; at < items.length; at += ITEMS_AT_ONCE) {
    const ids = items.slice(at, at + ITEMS_AT_ONCE).map((id) => toGid('InventoryItem', id))
    const { nodes } = await callAdmin(admin, ITEMS_PRODUCTS, { ids }, { signal })
    for (const node of nodes) {
      const product = node && 'variant' in node ? readGid('Product', node.variant?.product.id) : undefined
      if (product !== undefined) products.push(product)
    }
  }
  return products
}
