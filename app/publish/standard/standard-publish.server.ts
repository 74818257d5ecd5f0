import { SHOP_PAGE, type ProductId, type ShopId } from '#app/commerce/ids.ts'
import { log } from '#app/platform/log.server.ts'
import type { WantedPage } from '#app/publish/plan.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { carryOutLists } from './standard-carry-out.server.ts'
import { overtakenBy, planLists, productsToFetch, wishedLists, type WishedList } from './standard-changes.ts'
import { defineList } from './standard-define.server.ts'
import { findLists } from './standard-found.server.ts'
import { INTENTS, listBeside } from './standard-lists.ts'
import { believed } from './standard-plan.ts'
import { forgetLists, recordLeft, recordWritten, readLists } from './standard-store.server.ts'
import { intentsOn } from './standard-switch.server.ts'

/** How often is looked again at what was edited between our look and our writing. */
const LOOKS = 3

/**
 * Makes Shopify's own lists say what rules say beside products, where the merchant has switched that on, and puts back what stood
 * there where it was switched off. `slots` are all of the shop's, or those alone that may be other than they were. Throws as
 * `callAdmin` does, but for refusals: those are kept with the list, and tried again when all is filled anew.
 */
export async function publishLists(
  shop: ShopId,
  adminOf: () => Promise<AdminApi>,
  slots: ReadonlyMap<ProductId, WantedPage>,
  isAll: boolean,
  signal: AbortSignal,
): Promise<void> {
  const on = await intentsOn(shop)
  const products = [...slots.keys()].filter((product) => product !== SHOP_PAGE)
  const kept = await readLists(shop, isAll ? null : products)
  if (on.size === 0 && kept.length === 0) return
  const listOf = (product: ProductId) => listBeside(slots.get(product)?.placements ?? [])
  const lists = wishedLists(products, listOf, (intent) => on.has(intent), kept)
  await makeListsTrue(shop, adminOf, lists, signal)
}

/** Puts back everything that stood in Shopify's own lists before us, but for what somebody has edited since. */
export async function restoreLists(shop: ShopId, admin: AdminApi, signal: AbortSignal): Promise<void> {
  const lists = wishedLists(
    [],
    () => null,
    () => false,
    await readLists(shop, null),
  )
  await makeListsTrue(shop, () => Promise.resolve(admin), lists, signal)
}

async function makeListsTrue(
  shop: ShopId,
  adminOf: () => Promise<AdminApi>,
  lists: readonly WishedList[],
  signal: AbortSignal,
): Promise<void> {
  let admin: AdminApi | undefined
  const asked = async () => (admin ??= await adminOf())
  const sum = { written: 0, restored: 0, refused: 0, left: 0 }
  let todo = lists
  for (let look = 1; look <= LOOKS && todo.length > 0; look += 1) {
    const { known, blind } = productsToFetch(todo)
    const found = blind.length === 0 ? undefined : await findLists(await asked(), [...new Set(blind.map(({ product }) => product))], signal)
    const plans = [
      planLists(known, ({ wish, kept }) => believed(wish, kept)),
      planLists(blind, ({ intent, product }) => found?.get(product)?.[intent]),
    ]
    const adopted = plans.flatMap((plan) => plan.adopted)
    const left = plans.flatMap((plan) => plan.left)
    const forgotten = plans.flatMap((plan) => plan.forgotten)
    if (adopted.length > 0) await recordWritten(shop, adopted)
    if (left.length > 0) await recordLeft(shop, left)
    if (forgotten.length > 0) await forgetLists(shop, forgotten)
    const changes = plans.flatMap((plan) => plan.changes)
    sum.left += left.length
    if (changes.length === 0) break
    for (const intent of INTENTS)
      if (look === 1 && changes.some((change) => change.kind === 'write' && change.intent === intent && !change.kept?.written))
        await defineList(shop, await asked(), intent, signal)
    const made = await carryOutLists(shop, await asked(), changes, signal)
    sum.written += made.written
    sum.restored += made.restored
    sum.refused += made.refused
    todo = made.overtaken.map(overtakenBy)
  }
  if (sum.written + sum.restored + sum.refused + sum.left > 0) log.info({ shop, ...sum }, "Shopify's own lists published")
}
