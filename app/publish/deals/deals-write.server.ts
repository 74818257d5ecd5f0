import { readGid, toGid, type ProductId, type ShopId } from '#app/commerce/ids.ts'
import { expectEchoes } from '#app/ingest/echoes.server.ts'
import { inParts } from '#app/platform/in-parts.ts'
import { log } from '#app/platform/log.server.ts'
import { echoesOfDeleting } from '#app/publish/delete-slots.server.ts'
import { echoOf } from '#app/publish/echo-of.ts'
import { DEFINE_METAFIELD, DELETE_METAFIELDS, NAMESPACE, SET_METAFIELDS } from '#app/publish/metafield-documents.ts'
import { callAdmin, refuseUserErrors, ShopifyRefused } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { DEALS_KEY } from './deals-documents.ts'
import type { DealsWrite } from './deals-plan.ts'
import { forgetDeals, recordDealsWritten } from './deals-store.server.ts'

const PER_CALL = 25

/**
 * Makes sure that deals can stand beside products where our function reads them and no storefront does: what something costs the merchant
 * is among them.
 */
export async function defineDeals(admin: AdminApi, signal: AbortSignal): Promise<void> {
  const definition = {
    namespace: NAMESPACE,
    key: DEALS_KEY,
    type: 'json',
    name: 'Tandem: what your rules give off',
    ownerType: 'PRODUCT' as never,
    access: { admin: 'MERCHANT_READ' as never, storefront: 'NONE' as never },
  }
  const { metafieldDefinitionCreate: answer } = await callAdmin(admin, DEFINE_METAFIELD, { definition }, { repeatable: true, signal })
  refuseUserErrors((answer?.userErrors ?? []).filter(({ code }) => code !== 'TAKEN'))
}

/** Writes deals beside products. What Shopify does not take, a product that is gone, is left for the next time. Returns how many it took. */
export async function writeDeals(shop: ShopId, admin: AdminApi, writes: readonly DealsWrite[], signal: AbortSignal): Promise<number> {
  let written = 0
  for (const part of inParts(writes, PER_CALL)) written += await writePart(shop, admin, part, signal)
  return written
}

async function writePart(shop: ShopId, admin: AdminApi, writes: readonly DealsWrite[], signal: AbortSignal): Promise<number> {
  const metafields = writes.map(({ product, value }) => ({
    ownerId: toGid('Product', product),
    namespace: NAMESPACE,
    key: DEALS_KEY,
    type: 'json',
    value,
  }))
  const { metafieldsSet: answer } = await callAdmin(admin, SET_METAFIELDS, { metafields }, { repeatable: true, signal })
  const errors = answer?.userErrors ?? []
  if (errors.length === 0) {
    const answered = answer?.metafields ?? []
    const digestOf = new Map(answered.map(({ owner, compareDigest }) => ['id' in owner ? owner.id : '', compareDigest]))
    const echoes = answered.flatMap(({ owner }) => {
      const product = 'id' in owner ? readGid('Product', owner.id) : undefined
      return product === undefined ? [] : (echoOf(product, 'updatedAt' in owner ? owner.updatedAt : undefined, 1) ?? [])
    })
    await expectEchoes(shop, echoes)
    await recordDealsWritten(
      shop,
      writes.map((write) => ({ ...write, digest: digestOf.get(toGid('Product', write.product)) ?? null })),
    )
    return writes.length
  }
  const [only] = writes
  if (only && writes.length === 1) {
    log.warn({ shop, product: only.product, why: errors[0]!.message }, 'Deals could not be written')
    return 0
  }
  let written = 0
  for (const one of writes) written += await writePart(shop, admin, [one], signal)
  return written
}

/** Deletes the deals beside products; a product that is gone has taken them with it. */
export async function deleteDeals(shop: ShopId, admin: AdminApi, products: readonly ProductId[], signal: AbortSignal): Promise<void> {
  for (const part of inParts(products, PER_CALL)) {
    const metafields = part.map((product) => ({ ownerId: toGid('Product', product), namespace: NAMESPACE, key: DEALS_KEY }))
    try {
      const { metafieldsDelete: answer } = await callAdmin(admin, DELETE_METAFIELDS, { metafields }, { repeatable: true, signal })
      refuseUserErrors(answer?.userErrors ?? [])
      const changed = (answer?.deletedMetafields ?? []).flatMap((deleted) => deleted?.ownerId ?? [])
      await expectEchoes(shop, await echoesOfDeleting(admin, changed, signal))
      await forgetDeals(shop, part)
    } catch (error) {
      if (!(error instanceof ShopifyRefused)) throw error
      if (part.length > 1) for (const one of part) await deleteDeals(shop, admin, [one], signal)
      else await forgetDeals(shop, part)
    }
  }
}
