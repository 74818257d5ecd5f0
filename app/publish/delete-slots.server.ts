import { toGid, type ProductId } from '#app/commerce/ids.ts'
import { ask, refuseUserErrors, ShopifyRefused } from '#app/ingest/ask.server.ts'
import type { AdminApi } from '#app/shopify.server.ts'
import { DELETE_METAFIELDS, NAMESPACE, NOTES_KEY, OFFERS_KEY } from './metafield-documents.ts'
import { readSlotsNow } from './read-slots-now.server.ts'

/** Deletes the slots of up to `SLOTS_PER_CALL` products. Returns those that have none any more. */
export async function deleteSlots(admin: AdminApi, products: readonly ProductId[], signal: AbortSignal): Promise<readonly ProductId[]> {
  const metafields = products.flatMap((product) =>
    [OFFERS_KEY, NOTES_KEY].map((key) => ({ ownerId: toGid('Product', product), namespace: NAMESPACE, key })),
  )
  try {
    const { metafieldsDelete: answer } = await ask(admin, DELETE_METAFIELDS, { metafields }, { repeatable: true, signal })
    refuseUserErrors(answer?.userErrors ?? [])
    return products
  } catch (error) {
    if (!(error instanceof ShopifyRefused)) throw error
    if (products.length > 1) {
      const done: ProductId[] = []
      for (const product of products) done.push(...(await deleteSlots(admin, [product], signal)))
      return done
    }
    // A product that is gone has taken its metafields with it.
    const standing = await readSlotsNow(admin, products, signal)
    return products.filter((product) => !standing.has(product))
  }
}
