import type { ShopId } from '#app/commerce/ids.ts'
import { log } from '#app/platform/log.server.ts'
import { ShopifyRefused } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { listDiscounts } from './discount-nodes.server.ts'
import { hasDrifted, othersIn } from './discount-plan.ts'
import { recordDiscountState, readDiscountState, readNodes } from './discount-store.server.ts'

/**
 * Looks whether our discounts are in Shopify as we remember them, and which others stand beside them. True where publishing must look
 * again: they are not, or Shopify refused something the last time. Takes leave to make discounts; where Shopify refuses all the same,
 * nothing follows. Throws as `callAdmin` does, but for refusals.
 */
export async function checkDiscounts(shop: ShopId, admin: AdminApi, signal: AbortSignal): Promise<boolean> {
  try {
    return await compare(shop, admin, signal)
  } catch (error) {
    if (!(error instanceof ShopifyRefused)) throw error
    log.warn({ shop, why: error.message }, 'Shopify does not tell which discounts it has')
    return false
  }
}

async function compare(shop: ShopId, admin: AdminApi, signal: AbortSignal): Promise<boolean> {
  const [state, kept] = await Promise.all([readDiscountState(shop), readNodes(shop)])
  const listed = await listDiscounts(admin, signal)
  if (!state) {
    await recordDiscountState(shop, { mode: null, others: othersIn(listed, kept), readAt: new Date(), listedAt: null })
    return false
  }
  const isContent = state.listedAt !== null && !hasDrifted(kept, listed) && kept.every(({ refused }) => refused === null)
  await recordDiscountState(shop, { ...state, others: othersIn(listed, kept), listedAt: isContent ? new Date() : null })
  return !isContent && state.mode !== null
}
