import { callAdmin, refuseUserErrors } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { DEFINE_METAFIELD, MEASURE_KEY, NAMESPACE, SET_METAFIELDS } from './metafield-documents.ts'
import { ownersOf } from './our-shop.server.ts'
import { SHOP_PAGE } from '#app/commerce/ids.ts'

/**
 * Writes what the shop's theme and checkout are to know of how the shop is measured (JSON), and makes sure that they can read it. Throws
 * as `callAdmin` does, ShopifyRefused where Shopify wants none of it.
 */
export async function writeMeasureNote(admin: AdminApi, note: string, signal?: AbortSignal): Promise<void> {
  const options = { repeatable: true, ...(signal && { signal }) }
  const definition = {
    key: MEASURE_KEY,
    type: 'json',
    name: 'Tandem: who is held out of what is measured',
    namespace: NAMESPACE,
    ownerType: 'SHOP' as never,
    access: { admin: 'MERCHANT_READ' as never, storefront: 'PUBLIC_READ' as never },
  }
  const { metafieldDefinitionCreate: defined } = await callAdmin(admin, DEFINE_METAFIELD, { definition }, options)
  refuseUserErrors((defined?.userErrors ?? []).filter(({ code }) => code !== 'TAKEN'))
  const ownerId = (await ownersOf(admin, signal)).gidOf(SHOP_PAGE)
  const metafields = [{ ownerId, namespace: NAMESPACE, key: MEASURE_KEY, type: 'json', value: note }]
  const { metafieldsSet: answer } = await callAdmin(admin, SET_METAFIELDS, { metafields }, options)
  refuseUserErrors(answer?.userErrors ?? [])
}
