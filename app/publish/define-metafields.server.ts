import { callAdmin, refuseUserErrors } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { DEFINE_METAFIELD, NAMESPACE, NOTES_KEY, OFFERS_KEY } from './metafield-documents.ts'

/** Who holds what stands beside a product, and what stands beside none. */
const OWNER_TYPES = ['PRODUCT', 'SHOP'] as const

/**
 * Makes sure that the shop knows our two metafields, readable by its theme. The app's configuration declares them, too;
 * that alone has been seen to fail. Throws ShopifyRefused for any refusal but "it stands already".
 */
export async function defineMetafields(admin: AdminApi, signal?: AbortSignal): Promise<void> {
  const definitions = [
    { key: OFFERS_KEY, type: 'list.product_reference', name: 'Tandem: products offered beside this one' },
    { key: NOTES_KEY, type: 'json', name: 'Tandem: which rule offers which product' },
  ]
  for (const [ownerType, definition] of OWNER_TYPES.flatMap((type) => definitions.map((one) => [type, one] as const))) {
    const variables = {
      definition: {
        ...definition,
        namespace: NAMESPACE,
        ownerType: ownerType as never,
        access: { admin: 'MERCHANT_READ' as never, storefront: 'PUBLIC_READ' as never },
      },
    }
    const { metafieldDefinitionCreate: answer } = await callAdmin(admin, DEFINE_METAFIELD, variables, {
      repeatable: true,
      ...(signal && { signal }),
    })
    refuseUserErrors((answer?.userErrors ?? []).filter(({ code }) => code !== 'TAKEN'))
  }
}
