import { readGid, toGid, type ShopId } from '#app/commerce/ids.ts'
import { expectEchoes } from '#app/ingest/echoes.server.ts'
import { inParts } from '#app/platform/in-parts.ts'
import { log } from '#app/platform/log.server.ts'
import { echoOf } from '#app/publish/echo-of.ts'
import { COPY_KEY, DEFINE_METAFIELD, DELETE_METAFIELDS, NAMESPACE, SET_METAFIELDS } from '#app/publish/metafield-documents.ts'
import { callAdmin, refuseUserErrors } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import type { CopyPlan } from './plan-copy.ts'
import { forgetCopy, rememberCopy } from './published-copy.server.ts'

/** Shopify's bound on the metafields of a call. */
const PER_CALL = 25

/** Makes the plan true in the shop. Each call is remembered as it is done, so that the next plan holds only what is left. Throws as `callAdmin` does. */
export async function writeCopy(shop: ShopId, admin: AdminApi, { writes, deletes }: CopyPlan, signal: AbortSignal): Promise<void> {
  if (writes.length > 0) await define(admin, signal)
  for (const part of inParts(writes, PER_CALL)) await writePart(shop, admin, part, signal)
  for (const part of inParts(deletes, PER_CALL)) {
    const metafields = part.map((product) => ({ ownerId: toGid('Product', product), namespace: NAMESPACE, key: COPY_KEY }))
    await callAdmin(admin, DELETE_METAFIELDS, { metafields }, { repeatable: true, signal })
    await forgetCopy(shop, part)
  }
}

/** Shopify writes all of a call or nothing: where it finds fault with one, each is written by itself. */
async function writePart(shop: ShopId, admin: AdminApi, part: CopyPlan['writes'], signal: AbortSignal): Promise<void> {
  const metafields = part.map(({ product, document }) => ({
    ownerId: toGid('Product', product),
    namespace: NAMESPACE,
    key: COPY_KEY,
    type: 'json',
    value: document,
  }))
  const { metafieldsSet: answer } = await callAdmin(admin, SET_METAFIELDS, { metafields }, { repeatable: true, signal })
  const errors = answer?.userErrors ?? []
  if (errors.length === 0) {
    await expectEchoes(
      shop,
      (answer?.metafields ?? []).flatMap(({ owner }) => {
        const id = 'id' in owner ? readGid('Product', owner.id) : undefined
        return (id !== undefined && 'updatedAt' in owner && echoOf(id, owner.updatedAt, 1)) || []
      }),
    )
    return rememberCopy(shop, part)
  }
  if (part.length > 1) for (const one of part) await writePart(shop, admin, [one], signal)
  else log.warn({ shop, product: part[0]!.product, why: errors[0]!.message }, 'What is said of a product could not be published')
}

/** The app's configuration declares it, too; that alone has been seen to fail. */
async function define(admin: AdminApi, signal: AbortSignal): Promise<void> {
  const definition = {
    key: COPY_KEY,
    type: 'json',
    name: 'Tandem: what is said of this product',
    namespace: NAMESPACE,
    ownerType: 'PRODUCT' as never,
    access: { admin: 'MERCHANT_READ' as never, storefront: 'PUBLIC_READ' as never },
  }
  const { metafieldDefinitionCreate: answer } = await callAdmin(admin, DEFINE_METAFIELD, { definition }, { repeatable: true, signal })
  refuseUserErrors((answer?.userErrors ?? []).filter(({ code }) => code !== 'TAKEN'))
}
