import type { Catalog } from '#app/catalog/catalog.ts'
import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import type { Deal } from '#app/offers/deal.ts'
import { log } from '#app/platform/log.server.ts'
import { dealsOf, discountedRules, type ShopDeals } from '#app/rules/deals/deals-beside.ts'
import type { Resolver } from '#app/rules/resolve/resolve.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { ShopifyRefused } from '#app/shopify/call-admin.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { planDeals, type DealsPlan } from './deals-plan.ts'
import { readDealsWritten } from './deals-store.server.ts'
import { defineDeals, deleteDeals, writeDeals } from './deals-write.server.ts'
import type { WishedNode } from './discount-plan.ts'
import { readNodes } from './discount-store.server.ts'
import { publishNodes } from './publish-nodes.server.ts'

export interface RequestedDiscounts {
  readonly set: RuleSet
  readonly resolver: Resolver
  readonly catalog: Catalog
  readonly now: Date
  readonly currency: string
  /** Whether the merchant lets us make discounts. */
  readonly isAllowed: boolean
  /** The deals as they were last made true, where nothing that they depend on has changed since. */
  readonly unchanged?: ShopDeals | undefined
}

export interface LiveDeals {
  readonly deals: ShopDeals
  /** Whether a rule's discount is carried out in the shop, and may be promised there. */
  readonly stands: (deal: Pick<Deal, 'rule' | 'stack'>) => boolean
  /** Takes away what should no longer be there: once nothing in the shop promises it any more. */
  readonly finish: () => Promise<void>
}

const NO_DEALS: ShopDeals = { beside: new Map(), leftOut: [] }

const NOTHING_STANDS: LiveDeals = { deals: NO_DEALS, stands: () => false, finish: () => Promise.resolve() }

/**
 * Makes the shop take off what its rules give: the deals beside products, and the discounts that carry them out. Shopify is asked for
 * what differs from what we remember, and not at all where nothing does. Without leave to make discounts rules work without theirs, and
 * so they do where Shopify refuses. Throws as `callAdmin` does, but for refusals.
 */
export async function publishDeals(
  shop: ShopId,
  adminOf: () => Promise<AdminApi>,
  asked: RequestedDiscounts,
  signal: AbortSignal,
): Promise<LiveDeals> {
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
  asked: RequestedDiscounts,
  signal: AbortSignal,
): Promise<LiveDeals> {
  const { set, resolver, catalog, currency, isAllowed, unchanged } = asked
  const rules = isAllowed ? discountedRules(set.rules) : []
  const kept = await readNodes(shop)
  const written = unchanged ? undefined : await readDealsWritten(shop)
  if (rules.length === 0 && (written?.size ?? 0) === 0 && kept.length === 0) return NOTHING_STANDS
  const deals =
    unchanged ?? (rules.length === 0 ? NO_DEALS : dealsOf(rules, resolver, { currency, clock: catalog.clock, floor: set.floor }))
  const plan: DealsPlan = written ? planDeals(deals.beside, written) : { writes: [], deletes: [] }
  if (plan.writes.length > 0) {
    const admin = await adminOf()
    if (written?.size === 0) await defineDeals(admin, signal)
    await writeDeals(shop, admin, plan.writes, signal)
    log.info({ shop, deals: plan.writes.length }, 'Deals written')
  }
  const finishDeals = async (): Promise<void> => {
    if (plan.deletes.length > 0) await deleteDeals(shop, await adminOf(), plan.deletes, signal)
  }
  // Without leave Shopify neither lists discounts nor takes them away.
  if (!isAllowed) return { ...NOTHING_STANDS, finish: finishDeals }
  const nodes = await publishNodes(shop, adminOf, { ...asked, rules, beside: deals.beside, kept }, signal)
  return {
    deals,
    stands: standingIn(nodes.stands),
    async finish() {
      await nodes.removeAll()
      await finishDeals()
    },
  }
}

function standingIn(nodes: readonly WishedNode[]): LiveDeals['stands'] {
  const stacks = new Set(nodes.flatMap(({ carries }) => ('stack' in carries ? [carries.stack] : [])))
  const rules = new Set<RuleId>(nodes.flatMap(({ carries }) => ('rule' in carries ? [carries.rule] : [])))
  return ({ rule, stack }) => stacks.has(stack) || rules.has(rule)
}
