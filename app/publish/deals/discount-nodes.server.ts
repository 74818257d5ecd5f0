import type { ShopId } from '#app/commerce/ids.ts'
import type { DiscountClass } from '#app/offers/other-discount.ts'
import { log } from '#app/platform/log.server.ts'
import { callAdmin } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import {
  AUTOMATIC_DISCOUNTS,
  CREATE_APP_DISCOUNT,
  CREATE_BASIC_DISCOUNT,
  CREATE_BXGY_DISCOUNT,
  DELETE_DISCOUNT,
  DISCOUNT_NOW,
  UPDATE_APP_DISCOUNT,
} from './deals-documents.ts'
import { writtenOf, type ListedDiscount, type NodePlan, type WishedNode } from './discount-plan.ts'
import { forgetNode, recordNode } from './discount-store.server.ts'

/** All automatic discounts of the shop. */
export async function listDiscounts(admin: AdminApi, signal: AbortSignal, after: string | null = null): Promise<ListedDiscount[]> {
  const { automaticDiscountNodes: page, currentAppInstallation } = await callAdmin(admin, AUTOMATIC_DISCOUNTS, { after }, { signal })
  const listed = page.nodes.map(({ id, automaticDiscount: one }): ListedDiscount => ({
    gid: id,
    title: one.title,
    isActive: String(one.status) === 'ACTIVE',
    of: classOf('discountClasses' in one ? one.discountClasses.map(String) : []),
    besideProducts: one.combinesWith.productDiscounts,
    isOurs: 'appDiscountType' in one && one.appDiscountType.app.id === currentAppInstallation.app.id,
  }))
  const { hasNextPage, endCursor } = page.pageInfo
  return hasNextPage && endCursor ? [...listed, ...(await listDiscounts(admin, signal, endCursor))] : listed
}

/** The narrowest, where it is of several. That of free shipping is not asked for. */
function classOf(classes: readonly string[]): DiscountClass {
  return classes.includes('PRODUCT') ? 'product' : classes.includes('ORDER') ? 'order' : 'shipping'
}

export type MadeNode =
  | { readonly kind: 'made'; readonly gid: string }
  /** Shopify runs no functions of this app here: a custom app's, in a shop that is not on Plus. */
  | { readonly kind: 'no-functions' }
  | { readonly kind: 'refused'; readonly why: string }

interface Refusal {
  readonly message: string
  readonly code?: unknown
}

/** Makes a discount from `startsAt` on where its input says no other day. A title that another discount has is said otherwise. */
async function makeNode(admin: AdminApi, { title, input }: WishedNode, now: Date, signal: AbortSignal): Promise<MadeNode> {
  for (const said of [title, `${title} · Tandem`]) {
    const discount = { startsAt: now.toISOString(), ...input, title: said } as never
    const { gid, errors } = await create(admin, input, discount, signal)
    if (gid) return { kind: 'made', gid }
    if (errors.some(({ message }) => /functions from a custom app/i.test(message))) return { kind: 'no-functions' }
    if (!errors.some(({ code }) => code === 'TAKEN')) return { kind: 'refused', why: sayErrors(errors) }
  }
  return { kind: 'refused', why: `Shopify has other discounts of the same title: ${title}` }
}

const sayErrors = (errors: readonly Refusal[]): string => errors.map(({ message }) => message).join('; ')

/** Not repeated blindly: a discount of our function's that was made without our hearing of it is a stray one the next time. */
async function create(
  admin: AdminApi,
  input: object,
  discount: never,
  signal: AbortSignal,
): Promise<{ readonly gid: string | undefined; readonly errors: readonly Refusal[] }> {
  if ('functionHandle' in input) {
    const { discountAutomaticAppCreate: answer } = await callAdmin(admin, CREATE_APP_DISCOUNT, { discount }, { signal })
    return { gid: answer?.automaticAppDiscount?.discountId, errors: answer?.userErrors ?? [] }
  }
  if ('customerBuys' in input) {
    const { discountAutomaticBxgyCreate: answer } = await callAdmin(admin, CREATE_BXGY_DISCOUNT, { discount }, { signal })
    return { gid: answer?.automaticDiscountNode?.id, errors: answer?.userErrors ?? [] }
  }
  const { discountAutomaticBasicCreate: answer } = await callAdmin(admin, CREATE_BASIC_DISCOUNT, { discount }, { signal })
  return { gid: answer?.automaticDiscountNode?.id, errors: answer?.userErrors ?? [] }
}

export interface CarriedNodes {
  readonly stands: readonly WishedNode[]
  readonly noFunctions: boolean
}

/** Makes and changes what the plan says; what Shopify refuses is kept with its reason, and tried again the next time. */
export async function carryOutNodes(
  shop: ShopId,
  admin: AdminApi,
  { creates, updates, stands }: NodePlan,
  now: Date,
  signal: AbortSignal,
): Promise<CarriedNodes> {
  const standing = [...stands]
  for (const wish of updates) {
    // Shopify's own kinds are told what is added and what is removed: making them anew is simpler than to reckon that.
    if ('functionHandle' in wish.input) {
      const { functionHandle: _, discountClasses: __, metafields: ___, ...discount } = wish.input as Record<string, unknown>
      const variables = { id: wish.gid, discount: discount as never }
      const { discountAutomaticAppUpdate: answer } = await callAdmin(admin, UPDATE_APP_DISCOUNT, variables, { repeatable: true, signal })
      const errors = answer?.userErrors ?? []
      if (errors.length > 0) {
        log.warn({ shop, discount: wish.key, why: sayErrors(errors) }, 'Shopify refused to change a discount')
        continue
      }
      await recordNode(shop, { key: wish.key, gid: wish.gid, written: writtenOf(wish), refused: null })
      standing.push(wish)
      continue
    }
    if (!(await removeNode(shop, admin, wish, signal))) continue
    if ((await made(wish)) === 'made') standing.push(wish)
  }
  for (const wish of creates) {
    const outcome = await made(wish)
    if (outcome === 'no-functions') return { stands: standing, noFunctions: true }
    if (outcome === 'made') standing.push(wish)
  }
  return { stands: standing, noFunctions: false }

  async function made(wish: WishedNode): Promise<MadeNode['kind']> {
    const outcome = await makeNode(admin, wish, now, signal)
    if (outcome.kind === 'no-functions') return outcome.kind
    const refused = outcome.kind === 'refused' ? outcome.why : null
    if (refused !== null) log.warn({ shop, discount: wish.key, why: refused }, 'Shopify refused a discount')
    await recordNode(shop, { key: wish.key, gid: outcome.kind === 'made' ? outcome.gid : null, written: writtenOf(wish), refused })
    return outcome.kind
  }
}

/**
 * Takes a discount of ours out of the shop; one that is gone already is no error. Where Shopify leaves it there that is told, we go on
 * remembering it so that it is tried again, and the answer is false.
 */
export async function removeNode(
  shop: ShopId,
  admin: AdminApi,
  { key, gid }: { readonly key: string; readonly gid: string | null },
  signal: AbortSignal,
): Promise<boolean> {
  const why = gid === null ? undefined : await deleteDiscount(admin, gid, signal)
  if (why === undefined) await forgetNode(shop, key)
  else log.warn({ shop, discount: key, why }, 'A discount could not be taken out of the shop')
  return why === undefined
}

/** Resolves to undefined once it is gone, otherwise to Shopify's reason. What an error is called does not tell whether it was there at all. */
export async function deleteDiscount(admin: AdminApi, id: string, signal: AbortSignal): Promise<string | undefined> {
  const { discountAutomaticDelete: answer } = await callAdmin(admin, DELETE_DISCOUNT, { id }, { repeatable: true, signal })
  const errors = answer?.userErrors ?? []
  if (errors.length === 0) return undefined
  const { automaticDiscountNode: there } = await callAdmin(admin, DISCOUNT_NOW, { id }, { signal })
  return there ? sayErrors(errors) : undefined
}
