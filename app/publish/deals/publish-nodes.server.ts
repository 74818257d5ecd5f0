import type { Catalog } from '#app/catalog/catalog.ts'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import type { ProductDeals } from '#app/offers/deal.ts'
import { log } from '#app/platform/log.server.ts'
import type { DiscountedRule } from '#app/rules/deals/deals-beside.ts'
import type { Resolver } from '#app/rules/resolve/resolve.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { carryOutNodes, deleteDiscount, listDiscounts, removeNode } from './discount-nodes.server.ts'
import {
  isCarriedOut,
  mustMakeRoom,
  othersIn,
  planNodes,
  rememberedListing,
  switchedOffIn,
  type StoredNode,
  type NodePlan,
  type WishedNode,
} from './discount-plan.ts'
import { recordDiscountState, recordSwitchedOff, readDiscountState, readNodes, type DiscountMode } from './discount-store.server.ts'
import { functionWishes, nativeWishes } from './discount-wishes.ts'
import { floorBinds } from './floor-binds.ts'

/** For so long Shopify is not asked again whether it runs functions of ours in a shop. */
const MODE_LASTS = 20 * 60 * 60 * 1000

export interface RequestedNodes {
  readonly rules: readonly DiscountedRule[]
  readonly beside: ReadonlyMap<ProductId, ProductDeals>
  readonly kept: readonly StoredNode[]
  readonly resolver: Resolver
  readonly catalog: Catalog
  readonly currency: string
  readonly now: Date
}

export interface PublishedNodes {
  readonly stands: readonly WishedNode[]
  /** Takes away those that should no longer be there. */
  readonly removeAll: () => Promise<void>
}

/**
 * Makes Shopify's discounts those that carry out the deals. Has them listed where something is to be made, changed or removed by what we
 * remember of the last time, or where whoever looked since was not content. Throws as `callAdmin` does.
 */
export async function publishNodes(
  shop: ShopId,
  adminOf: () => Promise<AdminApi>,
  { rules, beside, kept, resolver, catalog, currency, now }: RequestedNodes,
  signal: AbortSignal,
): Promise<PublishedNodes> {
  const known = await readDiscountState(shop)
  const isKnown = known?.mode === 'native' && now.getTime() - known.readAt.getTime() < MODE_LASTS
  let mode: DiscountMode = isKnown ? 'native' : 'function'
  const productOf = (id: ProductId) => resolver.products[catalog.indexOf(id) ?? -1]
  const binds = (deal: Parameters<typeof floorBinds>[0]) => floorBinds(deal, productOf, currency)
  const natively = () => nativeWishes(rules, beside, { currency, timezone: catalog.clock.timezone, binds }).wishes
  const wishes = mode === 'function' ? functionWishes(beside) : natively()
  if (known?.listedAt) {
    const plan = planNodes(wishes, kept, rememberedListing(kept, known.others))
    if (isCarriedOut(plan, kept)) return { stands: plan.stands, removeAll: () => Promise.resolve() }
  }

  const admin = await adminOf()
  const listed = await listDiscounts(admin, signal)
  let nodes: NodePlan = planNodes(wishes, kept, listed)
  const removeAll = async (): Promise<void> => {
    let areGone = true
    for (const node of nodes.removes) areGone = (await removeNode(shop, admin, node, signal)) && areGone
    for (const gid of nodes.strays) {
      const why = await deleteDiscount(admin, gid, signal)
      if (why !== undefined) log.warn({ shop, discount: gid, why }, 'A stray discount could not be taken out of the shop')
      areGone &&= why === undefined
    }
    nodes = { ...nodes, removes: [], strays: [] }
    const state = areGone ? undefined : await readDiscountState(shop)
    if (state) await recordDiscountState(shop, { ...state, listedAt: null })
  }
  if (mustMakeRoom(nodes, listed)) await removeAll()
  let carried = await carryOutNodes(shop, admin, nodes, now, signal)
  if (carried.noFunctions) {
    mode = 'native'
    nodes = planNodes(natively(), await readNodes(shop), listed)
    carried = await carryOutNodes(shop, admin, nodes, now, signal)
  }
  const ours = await readNodes(shop)
  await recordSwitchedOff(shop, switchedOffIn(listed, ours))
  await recordDiscountState(shop, { mode, others: othersIn(listed, ours), readAt: isKnown ? known.readAt : now, listedAt: now })
  log.info({ shop, mode, made: nodes.creates.length, removed: nodes.removes.length }, 'Discounts published')
  return { stands: carried.stands, removeAll }
}
