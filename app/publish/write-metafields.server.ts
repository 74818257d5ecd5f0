import { toGid, type ProductId } from '#app/commerce/ids.ts'
import { ask, refuseUserErrors } from '#app/ingest/ask.server.ts'
import type { AdminApi } from '#app/shopify.server.ts'
import { DEFINE_METAFIELD, DELETE_METAFIELDS, NAMESPACE, NOTES_KEY, OFFERS_KEY, SET_METAFIELDS } from './metafield-documents.ts'
import type { SlotWrite } from './plan.ts'

/** Shopify takes 25 metafields a call, and a slot is two. */
export const SLOTS_PER_CALL = 12

/**
 * Makes sure that the shop knows our two metafields, readable by its theme. The app's configuration declares them, too;
 * that alone has been seen to fail. Throws ShopifyRefused for any refusal but "it stands already".
 */
export async function defineMetafields(admin: AdminApi): Promise<void> {
  const definitions = [
    { key: OFFERS_KEY, type: 'list.product_reference', name: 'Tandem: products offered beside this one' },
    { key: NOTES_KEY, type: 'json', name: 'Tandem: which rule offers which product' },
  ]
  for (const definition of definitions) {
    const { metafieldDefinitionCreate: answer } = await ask(admin, DEFINE_METAFIELD, {
      definition: {
        ...definition,
        namespace: NAMESPACE,
        ownerType: 'PRODUCT' as never,
        access: { admin: 'MERCHANT_READ' as never, storefront: 'PUBLIC_READ' as never },
      },
    })
    refuseUserErrors((answer?.userErrors ?? []).filter(({ code }) => code !== 'TAKEN'))
  }
}

/** Writes up to `SLOTS_PER_CALL` slots, all or none. Throws ShopifyRefused with Shopify's reasons. */
export async function writeSlots(admin: AdminApi, writes: readonly SlotWrite[]): Promise<void> {
  const metafields = writes.flatMap(({ product, offers, notes }) => [
    { ownerId: toGid('Product', product), namespace: NAMESPACE, key: OFFERS_KEY, type: 'list.product_reference', value: offers },
    { ownerId: toGid('Product', product), namespace: NAMESPACE, key: NOTES_KEY, type: 'json', value: notes },
  ])
  const { metafieldsSet: answer } = await ask(admin, SET_METAFIELDS, { metafields })
  refuseUserErrors(answer?.userErrors ?? [])
}

/** Deletes the slots of up to `SLOTS_PER_CALL` products. Those without one are no error. */
export async function deleteSlots(admin: AdminApi, products: readonly ProductId[]): Promise<void> {
  const metafields = products.flatMap((product) =>
    [OFFERS_KEY, NOTES_KEY].map((key) => ({ ownerId: toGid('Product', product), namespace: NAMESPACE, key })),
  )
  const { metafieldsDelete: answer } = await ask(admin, DELETE_METAFIELDS, { metafields })
  refuseUserErrors(answer?.userErrors ?? [])
}
