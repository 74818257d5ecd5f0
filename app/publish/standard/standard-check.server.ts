import type { ShopId } from '#app/commerce/ids.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { findLists } from './standard-found.server.ts'
import { isEdited } from './standard-plan.ts'
import { recordLeft, readLists } from './standard-store.server.ts'

/** Looks which of Shopify's own lists somebody has edited since we wrote them: from now on they are theirs. Returns how many. */
export async function checkLists(shop: ShopId, admin: AdminApi, signal: AbortSignal): Promise<number> {
  const ours = (await readLists(shop, null)).filter(({ isLeft }) => !isLeft)
  if (ours.length === 0) return 0
  const found = await findLists(admin, [...new Set(ours.map(({ product }) => product))], signal)
  const edited = ours.flatMap(({ intent, product, ...kept }) => {
    const now = found.get(product)?.[intent]
    return now && isEdited(kept, now) ? [{ intent, product, kept }] : []
  })
  if (edited.length > 0) await recordLeft(shop, edited)
  return edited.length
}
