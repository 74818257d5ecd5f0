import type { ShopId } from '#app/commerce/ids.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { listDiscounts } from './discount-nodes.server.ts'
import { hasDrifted, othersIn } from './discount-plan.ts'
import { noteDiscountState, readDiscountState, readNodes } from './discount-store.server.ts'

/**
 * Looks whether our discounts are in Shopify as we remember them, and which others stand beside them. True where publishing must look
 * again: they are not, or Shopify refused something the last time. Takes leave to make discounts. Throws as `ask` does.
 */
export async function checkDiscounts(shop: ShopId, admin: AdminApi, signal: AbortSignal): Promise<boolean> {
  const [state, kept] = await Promise.all([readDiscountState(shop), readNodes(shop)])
  const listed = await listDiscounts(admin, signal)
  if (!state) {
    await noteDiscountState(shop, { mode: null, others: othersIn(listed, kept), readAt: new Date(), listedAt: null })
    return false
  }
  const isContent = state.listedAt !== null && !hasDrifted(kept, listed) && kept.every(({ refused }) => refused === null)
  await noteDiscountState(shop, { ...state, others: othersIn(listed, kept), listedAt: isContent ? new Date() : null })
  return !isContent && state.mode !== null
}
