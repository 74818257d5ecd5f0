import { readGid, SHOP_PAGE, type ProductId, type ShopId } from '#app/commerce/ids.ts'
import { expectEchoes } from '#app/ingest/echoes.server.ts'
import { inLanes } from '#app/platform/in-lanes.ts'
import { inParts } from '#app/platform/in-parts.ts'
import { log } from '#app/platform/log.server.ts'
import { echoesOfDeleting } from '#app/publish/delete-slots.server.ts'
import { echoOf } from '#app/publish/echo-of.ts'
import { COPY_KEY, DEFINE_METAFIELD, DELETE_METAFIELDS, HEADINGS_KEY, NAMESPACE, SET_METAFIELDS } from '#app/publish/metafield-documents.ts'
import { ownersOf } from '#app/publish/our-shop.server.ts'
import type { Owners } from '#app/publish/owners.ts'
import { callAdmin, refuseUserErrors } from '#app/shopify/call-admin.server.ts'
import { WRITES_AT_ONCE } from '#app/shopify/pace.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { digestOfCopy, forgetCopy, readPublishedCopy, rememberCopy } from './published-copy.server.ts'
import type { CopyDocument } from './wanted-copy.ts'

/** Shopify's bound on the metafields of a call. */
const PER_CALL = 25

export interface CopyPublished {
  readonly written: number
  readonly deleted: number
}

/**
 * Has these documents stand in the shop and no others of ours, writing only what differs. Each call is remembered as it is done, so that
 * whatever ends this midway, the next time only what is left is done. `isHeld` says whether the shop has a product still. Throws as `callAdmin` does.
 */
export async function publishCopy(
  shop: ShopId,
  findAdmin: () => Promise<AdminApi>,
  wanted: Iterable<CopyDocument>,
  isHeld: (product: ProductId) => boolean,
  signal: AbortSignal,
): Promise<CopyPublished> {
  const published = await readPublishedCopy(shop)
  const gone = new Set(published.keys())
  let [written, waiting]: [number, CopyDocument[]] = [0, []]
  let reached: { readonly admin: AdminApi; readonly owners: Owners } | undefined
  const reach = async () => {
    if (reached) return reached
    const admin = await findAdmin()
    return (reached = { admin, owners: await ownersOf(admin, signal) })
  }
  const writeWaiting = async () => {
    if (waiting.length === 0) return
    const { admin, owners } = await reach()
    if (written === 0) await define(admin, signal)
    await inLanes(WRITES_AT_ONCE, inParts(waiting, PER_CALL), (part) => write(shop, admin, owners, part, signal))
    written += waiting.length
    waiting = []
  }
  for (const one of wanted) {
    gone.delete(one.product)
    if (published.get(one.product) === digestOfCopy(one)) continue
    waiting.push(one)
    if (waiting.length === WRITES_AT_ONCE * PER_CALL) await writeWaiting()
  }
  await writeWaiting()
  if (gone.size > 0) {
    const { admin, owners } = await reach()
    await inLanes(WRITES_AT_ONCE, inParts([...gone], PER_CALL), (part) => remove(shop, admin, owners, part, isHeld, signal))
  }
  return { written, deleted: gone.size }
}

/** Shopify writes all of a call or nothing: where it finds fault with one, each is written by itself. */
async function write(shop: ShopId, admin: AdminApi, owners: Owners, part: readonly CopyDocument[], signal: AbortSignal): Promise<void> {
  const metafields = part.map(({ product, document }) => ({ ...placeOf(product, owners), type: 'json', value: document }))
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
  if (part.length > 1) for (const one of part) await write(shop, admin, owners, [one], signal)
  else log.warn({ shop, product: part[0]!.product, why: errors[0]!.message }, 'Product copy could not be published')
}

/** Likewise. What cannot be deleted stays remembered, and is tried again, unless its product took it along. */
async function remove(
  shop: ShopId,
  admin: AdminApi,
  owners: Owners,
  part: readonly ProductId[],
  isHeld: (product: ProductId) => boolean,
  signal: AbortSignal,
): Promise<void> {
  const { metafieldsDelete: answer } = await callAdmin(
    admin,
    DELETE_METAFIELDS,
    { metafields: part.map((product) => placeOf(product, owners)) },
    { repeatable: true, signal },
  )
  const errors = answer?.userErrors ?? []
  if (errors.length > 0 && part.length > 1) {
    for (const one of part) await remove(shop, admin, owners, [one], isHeld, signal)
    return
  }
  const stays = errors.length > 0 && isHeld(part[0]!)
  if (stays) return log.warn({ shop, product: part[0]!, why: errors[0]!.message }, 'Product copy could not be taken back')
  const changed = (answer?.deletedMetafields ?? []).flatMap((deleted) => deleted?.ownerId ?? [])
  await expectEchoes(shop, await echoesOfDeleting(admin, changed, signal))
  await forgetCopy(shop, part)
}

const placeOf = (product: ProductId, owners: Owners) => ({
  ownerId: owners.gidOf(product),
  namespace: NAMESPACE,
  key: product === SHOP_PAGE ? HEADINGS_KEY : COPY_KEY,
})

/** The app's configuration declares the products', too; that alone has been seen to fail. */
async function define(admin: AdminApi, signal: AbortSignal): Promise<void> {
  const ofProducts = { key: COPY_KEY, name: 'Tandem: what is said of this product', ownerType: 'PRODUCT' as never }
  const ofShop = { key: HEADINGS_KEY, name: 'Tandem: what stands over offers', ownerType: 'SHOP' as never }
  const access = { admin: 'MERCHANT_READ' as never, storefront: 'PUBLIC_READ' as never }
  for (const one of [ofProducts, ofShop]) {
    const definition = { ...one, type: 'json', namespace: NAMESPACE, access }
    const { metafieldDefinitionCreate: answer } = await callAdmin(admin, DEFINE_METAFIELD, { definition }, { repeatable: true, signal })
    refuseUserErrors((answer?.userErrors ?? []).filter(({ code }) => code !== 'TAKEN'))
  }
}
