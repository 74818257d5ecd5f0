import type { Catalog } from '#app/catalog/catalog.ts'
import type { ProductId, RuleId, ShopId } from '#app/commerce/ids.ts'
import type { Deal } from '#app/offers/deal.ts'
import { log } from '#app/platform/log.server.ts'
import { dealsOf, discountedRules, type ShopDeals } from '#app/rules/deals/deals-beside.ts'
import type { Resolver } from '#app/rules/resolve/resolve.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { ShopifyRefused } from '#app/shopify/ask.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { planDeals } from './deals-plan.ts'
import { noteDiscountState, readDealsWritten, readDiscountState, readNodes, type DiscountMode } from './deals-store.server.ts'
import { defineDeals, deleteDeals, writeDeals } from './deals-write.server.ts'
import { carryOutNodes, deleteDiscount, listDiscounts, removeNode } from './discount-nodes.server.ts'
import { mustMakeRoom, planNodes, type WishedNode } from './discount-plan.ts'
import { functionWishes, nativeWishes } from './discount-wishes.ts'
import { floorBinds } from './floor-binds.ts'

/** For so long Shopify is not asked again whether it runs functions of ours in a shop. */
const MODE_LASTS = 20 * 60 * 60 * 1000

export interface DiscountsAsked {
  readonly set: RuleSet
  readonly resolver: Resolver
  readonly catalog: Catalog
  readonly now: Date
  readonly currency: string
  /** Whether the merchant lets us make discounts. */
  readonly isAllowed: boolean
}

export interface StandingDeals {
  readonly deals: ShopDeals
  /** Whether a rule's discount is carried out in the shop, and may be promised there. */
  readonly stands: (deal: Pick<Deal, 'rule' | 'stack'>) => boolean
  /** Takes away what should no longer be there: once nothing in the shop promises it any more. */
  readonly finish: () => Promise<void>
}

const NO_DEALS: ShopDeals = { beside: new Map(), leftOut: [] }

const NOTHING_STANDS: StandingDeals = { deals: NO_DEALS, stands: () => false, finish: () => Promise.resolve() }

/**
 * Makes the shop take off what its rules give: the deals beside products, and the discounts that carry them out. Without leave to make
 * discounts rules work without theirs, and so they do where Shopify refuses. Throws as `ask` does, but for refusals.
 */
export async function publishDeals(
  shop: ShopId,
  adminOf: () => Promise<AdminApi>,
  asked: DiscountsAsked,
  signal: AbortSignal,
): Promise<StandingDeals> {
  try {
    return await makeDealsTrue(shop, adminOf, asked, signal)
  } catch (error) {
    if (!(error instanceof ShopifyRefused)) throw error
    log.warn({ shop, why: error.message }, 'Shopify refused what has to do with discounts')
    return NOTHING_STANDS
  }
}

async function makeDealsTrue(
  shop: ShopId,
  adminOf: () => Promise<AdminApi>,
  { set, resolver, catalog, now, currency, isAllowed }: DiscountsAsked,
  signal: AbortSignal,
): Promise<StandingDeals> {
  const rules = isAllowed ? discountedRules(set.rules) : []
  const [written, kept] = await Promise.all([readDealsWritten(shop), readNodes(shop)])
  if (rules.length === 0 && written.size === 0 && kept.length === 0) return NOTHING_STANDS
  const deals = rules.length === 0 ? NO_DEALS : dealsOf(rules, resolver, { currency, clock: catalog.clock, floor: set.floor })
  const admin = await adminOf()
  const plan = planDeals(deals.beside, written)
  if (plan.writes.length > 0 && written.size === 0) await defineDeals(admin, signal)
  await writeDeals(shop, admin, plan.writes, signal)

  // Without leave Shopify neither lists discounts nor takes them away.
  if (!isAllowed) return { ...NOTHING_STANDS, finish: () => deleteDeals(shop, admin, plan.deletes, signal) }
  const listed = await listDiscounts(admin, signal)
  const known = await readDiscountState(shop)
  const isKnown = known?.mode === 'native' && now.getTime() - known.readAt.getTime() < MODE_LASTS
  let mode: DiscountMode = isKnown ? 'native' : 'function'
  const productOf = (id: ProductId) => resolver.products[catalog.indexOf(id) ?? -1]
  const natively = () =>
    nativeWishes(rules, deals.beside, {
      currency,
      timezone: catalog.clock.timezone,
      binds: (deal) => floorBinds(deal, productOf, currency),
    }).wishes
  let nodes = planNodes(mode === 'function' ? functionWishes(deals.beside) : natively(), kept, listed)
  const removeAll = async (): Promise<void> => {
    for (const node of nodes.removes) await removeNode(shop, admin, node, signal)
    for (const gid of nodes.strays) await deleteDiscount(admin, gid, signal)
    nodes = { ...nodes, removes: [], strays: [] }
  }
  if (mustMakeRoom(nodes, listed)) await removeAll()
  let carried = await carryOutNodes(shop, admin, nodes, now, signal)
  if (carried.noFunctions) {
    mode = 'native'
    nodes = planNodes(natively(), await readNodes(shop), listed)
    carried = await carryOutNodes(shop, admin, nodes, now, signal)
  }
  const ours = new Set((await readNodes(shop)).flatMap(({ gid }) => gid ?? []))
  const others = listed
    .filter(({ gid, isActive, isOurs }) => isActive && !isOurs && !ours.has(gid))
    .map(({ title, isOfProducts, besideProducts }) => ({ title, isOfProducts, besideProducts }))
  await noteDiscountState(shop, { mode, others, readAt: isKnown ? known.readAt : now })
  log.info({ shop, mode, deals: plan.writes.length, made: nodes.creates.length, removed: nodes.removes.length }, 'Discounts published')
  return {
    deals,
    stands: standingIn(carried.stands),
    async finish() {
      await removeAll()
      await deleteDeals(shop, admin, plan.deletes, signal)
    },
  }
}

function standingIn(nodes: readonly WishedNode[]): StandingDeals['stands'] {
  const stacks = new Set(nodes.flatMap(({ carries }) => ('stack' in carries ? [carries.stack] : [])))
  const rules = new Set<RuleId>(nodes.flatMap(({ carries }) => ('rule' in carries ? [carries.rule] : [])))
  return ({ rule, stack }) => stacks.has(stack) || rules.has(rule)
}

/**
 * Takes every discount of ours out of the shop. Where leave to do so was taken back, they stay: those of our function's take nothing off
 * without deals, and go with the app.
 */
export async function removeDiscounts(shop: ShopId, admin: AdminApi, signal: AbortSignal): Promise<void> {
  for (const node of await readNodes(shop))
    try {
      await removeNode(shop, admin, node, signal)
    } catch (error) {
      if (!(error instanceof ShopifyRefused)) throw error
      log.warn({ shop, discount: node.key, why: error.message }, 'A discount could not be taken out of the shop')
    }
}
