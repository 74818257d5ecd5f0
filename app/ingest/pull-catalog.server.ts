import { readGid, toGid, type CollectionId, type ProductId } from '#app/commerce/ids.ts'
import { ask } from './ask.server.ts'
import type { AdminApi } from '#app/shopify.server.ts'
import { COLLECTION_NOW, PRODUCT_NOW } from './catalog-documents.ts'
import { readJsonl } from './read-jsonl.server.ts'
import { readCatalogLine, type CatalogLine } from './read-product.ts'

const BATCH = 2_000

/** The lines of a finished catalogue export, in batches. `currency` is the shop's. */
export async function* pullCatalog(url: string, currency: string, signal: AbortSignal): AsyncGenerator<CatalogLine[]> {
  for await (const batch of readJsonl(url, BATCH, signal)) yield batch.map((json) => readCatalogLine(json, currency))
}

/** One product as it stands in the shop now, as the lines an export would have; undefined where it is gone. */
export async function pullProduct(admin: AdminApi, id: ProductId, currency: string): Promise<CatalogLine[] | undefined> {
  const lines: CatalogLine[] = []
  let variantsAfter: string | null = null
  let collectionsAfter: string | null = null
  for (let first = true; ; first = false) {
    const answer: Awaited<ReturnType<typeof askProduct>> = await askProduct(admin, id, variantsAfter, collectionsAfter)
    if (!answer) return undefined
    const { variants, collections, ...product } = answer
    if (first) lines.push(readCatalogLine(product, currency))
    for (const node of [...variants.nodes, ...collections.nodes]) lines.push(readCatalogLine({ ...node, __parentId: product.id }, currency))
    if (!variants.pageInfo.hasNextPage && !collections.pageInfo.hasNextPage) return lines
    // A cursor at the end of its list gives an empty page, so the shorter list is read out once only.
    variantsAfter = variants.pageInfo.endCursor ?? variantsAfter
    collectionsAfter = collections.pageInfo.endCursor ?? collectionsAfter
  }
}

async function askProduct(admin: AdminApi, id: ProductId, variantsAfter: string | null, collectionsAfter: string | null) {
  const { product } = await ask(admin, PRODUCT_NOW, { id: toGid('Product', id), variantsAfter, collectionsAfter })
  return product
}

export interface CollectionNow {
  readonly id: CollectionId
  readonly title: string
  readonly products: readonly ProductId[]
}

/** A collection's title and its products as they stand now; undefined where it is gone. */
export async function pullCollection(admin: AdminApi, id: CollectionId): Promise<CollectionNow | undefined> {
  const products: ProductId[] = []
  for (let after: string | null = null; ;) {
    const { collection }: Awaited<ReturnType<typeof askCollection>> = await askCollection(admin, id, after)
    if (!collection) return undefined
    products.push(...collection.products.nodes.flatMap((node) => readGid('Product', node.id) ?? []))
    if (!collection.products.pageInfo.hasNextPage) return { id, title: collection.title, products }
    after = collection.products.pageInfo.endCursor ?? null
  }
}

function askCollection(admin: AdminApi, id: CollectionId, after: string | null) {
  return ask(admin, COLLECTION_NOW, { id: toGid('Collection', id), after })
}
