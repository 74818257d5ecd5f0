import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { STACKS, stackOf, type Discount, type Stack } from '#app/offers/discount.ts'
import type { OtherDiscount } from '#app/offers/other-discount.ts'
import { MOST_AUTOMATIC, type StoredNode } from '#app/publish/deals/discount-plan.ts'
import { readDiscountState, readNodes, type DiscountMode } from '#app/publish/deals/discount-store.server.ts'
import { nativeWishes, type WhyNotNative } from '#app/publish/deals/discount-wishes.ts'
import { floorBinds } from '#app/publish/deals/floor-binds.ts'
import { dealsOf, discountedRules, type DiscountedRule } from '#app/rules/deals/deals-beside.ts'
import { dealNotChecked } from '#app/rules/lint/deals/deal-not-checked.ts'
import { loadLinted } from '#app/slots/load-linted.server.ts'

/** Why nothing of a rule's discount comes off, or not everywhere. */
export type WhyNot = 'not-allowed' | 'not-published' | 'guard' | 'no-room' | 'refused' | 'over' | WhyNotNative

export interface ListedRule {
  readonly id: RuleId
  readonly name: string
  readonly discount: Discount
  /** Null where all of it comes off. */
  readonly why: WhyNot | null
  /** Shopify's own words, where it refused. */
  readonly said: string | null
  /** Products beside which there was no room. */
  readonly pages: number
}

export interface DiscountsKnown {
  readonly isAllowed: boolean
  /** Null until one was made. */
  readonly mode: DiscountMode | null
  /** The rules that may stand beside the same other discounts. */
  readonly classes: readonly { readonly stack: Stack; readonly rules: readonly ListedRule[] }[]
  /** Hundredths of a percent above the cost. */
  readonly floor: number | null
  /** Undefined as long as nobody has looked. */
  readonly others: readonly OtherDiscount[] | undefined
  /** Automatic discounts that are in use, ours among them, and how many may be. */
  readonly used: number
  readonly most: number
}

/** What rules give off, what carries it out in Shopify, and what does not come off and why. */
export async function discountsOf(
  shop: ShopId,
  { currency, scopes }: { readonly currency: string; readonly scopes: readonly string[] },
  now: Date,
): Promise<DiscountsKnown> {
  const [nodes, state] = await Promise.all([readNodes(shop), readDiscountState(shop)])
  const others = state?.others ?? []
  const { set, catalog, linted } = await loadLinted(shop, now, others)
  const isAllowed = scopes.includes('write_discounts')
  const rules = discountedRules(set.rules)
  const { resolver } = linted
  const deals = dealsOf(rules, resolver, { currency, clock: catalog.clock, floor: set.floor })
  const productOf = (id: Parameters<typeof catalog.indexOf>[0]) => resolver.products[catalog.indexOf(id) ?? -1]
  const natively =
    state?.mode === 'native'
      ? nativeWishes(rules, deals.beside, {
          currency,
          timezone: catalog.clock.timezone,
          binds: (deal) => floorBinds(deal, productOf, currency),
        })
      : undefined
  const list = (rule: DiscountedRule): ListedRule => {
    const { id, name, offer } = rule
    const pages = deals.leftOut.filter((one) => one.rule === id).length
    const node = nodeOf(rule, nodes, state?.mode)
    const why = whyOf(rule, node, pages)
    return { id, name, discount: offer.discount, why, said: node?.refused ?? null, pages }
  }
  /** The first reason that there is. */
  function whyOf(rule: DiscountedRule, node: StoredNode | undefined, pages: number): WhyNot | null {
    if (!isAllowed) return 'not-allowed'
    if (dealNotChecked.check(linted.look(rule), linted).length > 0) return 'guard'
    if (lacksOwnCurrency(rule, currency)) return 'only-other-currencies'
    const refused = natively?.refused.find((one) => one.rule === rule.id)
    if (refused) return refused.why
    if (node?.refused) return 'refused'
    if (pages > 0) return 'no-room'
    if (node) return null
    return others.length + nodes.length >= MOST_AUTOMATIC ? 'over' : 'not-published'
  }
  return {
    isAllowed,
    mode: state?.mode ?? null,
    classes: STACKS.flatMap((stack) => {
      const ofStack = rules.filter(({ offer }) => stackOf(offer.discount.combines) === stack)
      return ofStack.length === 0 ? [] : [{ stack, rules: ofStack.map(list) }]
    }),
    floor: set.floor ?? null,
    others: state && others,
    used: others.length + nodes.filter(({ gid }) => gid !== null).length,
    most: MOST_AUTOMATIC,
  }
}

function nodeOf(
  { id, offer }: DiscountedRule,
  nodes: readonly StoredNode[],
  mode: DiscountMode | null | undefined,
): StoredNode | undefined {
  const key = mode === 'native' ? `rule/${id}/` : `app/${stackOf(offer.discount.combines)}`
  return nodes.find((node) => (mode === 'native' ? node.key.startsWith(key) : node.key === key))
}

/** Whether it names amounts, and none in the shop's own currency: then nothing can be converted. */
function lacksOwnCurrency({ offer: { discount } }: DiscountedRule, currency: string): boolean {
  const amounts = discount.kind === 'amount' ? discount.off : discount.kind === 'bundle-price' ? discount.price : undefined
  return amounts !== undefined && amounts[currency] === undefined
}
