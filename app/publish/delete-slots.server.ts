import { readGid, type ProductId } from '#app/commerce/ids.ts'
import type { Echo } from '#app/ingest/judge-news.ts'
import { callAdmin, refuseUserErrors, ShopifyRefused } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { echoOf } from './echo-of.ts'
import { DELETE_METAFIELDS, NAMESPACE, NOTES_KEY, OFFERS_KEY, PRODUCT_STAMPS } from './metafield-documents.ts'
import type { Owners } from './owners.ts'
import { readSlotsNow } from './read-slots-now.server.ts'

export interface Deleted {
  /** Those that have no slot any more. */
  readonly products: readonly ProductId[]
  /** What Shopify will tell us of our own deleting. */
  readonly echoes: readonly Echo[]
}

/** Deletes the slots of up to `SLOTS_PER_CALL` products. */
export async function deleteSlots(admin: AdminApi, owners: Owners, products: readonly ProductId[], signal: AbortSignal): Promise<Deleted> {
  const metafields = products.flatMap((product) =>
    [OFFERS_KEY, NOTES_KEY].map((key) => ({ ownerId: owners.gidOf(product), namespace: NAMESPACE, key })),
  )
  try {
    const { metafieldsDelete: answer } = await callAdmin(admin, DELETE_METAFIELDS, { metafields }, { repeatable: true, signal })
    refuseUserErrors(answer?.userErrors ?? [])
    const changed = (answer?.deletedMetafields ?? []).flatMap((deleted) => deleted?.ownerId ?? [])
    return { products, echoes: await echoesOfDeleting(admin, changed, signal) }
  } catch (error) {
    if (!(error instanceof ShopifyRefused)) throw error
    if (products.length > 1) {
      const done: Deleted[] = []
      for (const product of products) done.push(await deleteSlots(admin, owners, [product], signal))
      return { products: done.flatMap((one) => one.products), echoes: done.flatMap((one) => one.echoes) }
    }
    // A product that is gone has taken its metafields with it.
    const standing = await readSlotsNow(admin, owners, products, signal)
    return { products: products.filter((product) => !standing.has(product)), echoes: [] }
  }
}

/** `owners` names each product once for every metafield that it lost. */
export async function echoesOfDeleting(admin: AdminApi, owners: readonly string[], signal: AbortSignal): Promise<Echo[]> {
  if (owners.length === 0) return []
  const { nodes } = await callAdmin(admin, PRODUCT_STAMPS, { products: [...new Set(owners)] }, { signal })
  return nodes.flatMap((node) => {
    const id = node && 'id' in node ? readGid('Product', node.id) : undefined
    if (id === undefined || !node || !('updatedAt' in node)) return []
    return echoOf(id, node.updatedAt, owners.filter((owner) => owner === node.id).length) ?? []
  })
}
