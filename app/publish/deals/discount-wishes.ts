import { startOfDay, startOfNextDay } from '#app/catalog/clock.ts'
import { toGid, type ProductId, type RuleId } from '#app/commerce/ids.ts'
import type { Deal, ProductDeals } from '#app/offers/deal.ts'
import { combinesOf, STACKS, type Stack } from '#app/offers/discount.ts'
import { NAMESPACE } from '#app/publish/metafield-documents.ts'
import type { DiscountedRule } from '#app/rules/deals/deals-beside.ts'
import { STACK_KEY } from './deals-documents.ts'
import type { WishedNode } from './discount-plan.ts'

/** The handle of our function, as its configuration has it. */
export const FUNCTION_HANDLE = 'bundle-discount'

/** What shoppers read beside the price. Shopify wants each title once. */
const TITLES: Readonly<Record<Stack, string>> = {
  alone: 'Bundle discount',
  order: 'Bundle discount (with order discounts)',
  shipping: 'Bundle discount (with shipping discounts)',
  both: 'Bundle discount (with order and shipping discounts)',
}

/** Our discounts stand beside other product discounts: those of other lines. On one line Shopify takes the best alone. */
function combinesWith(stack: Stack) {
  const { order, shipping } = combinesOf(stack)
  return { orderDiscounts: order, productDiscounts: true, shippingDiscounts: shipping }
}

/** One discount for each class of deals that there is, carried out by our function for all rules. */
export function functionWishes(beside: ReadonlyMap<ProductId, ProductDeals>): WishedNode[] {
  const used = new Set([...beside.values()].flatMap(({ deals }) => deals.map(({ stack }) => stack)))
  return STACKS.filter((stack) => used.has(stack)).map((stack) => ({
    key: `app/${stack}`,
    title: TITLES[stack],
    carries: { stack },
    input: {
      functionHandle: FUNCTION_HANDLE,
      discountClasses: ['PRODUCT'],
      combinesWith: combinesWith(stack),
      metafields: [{ namespace: NAMESPACE, key: STACK_KEY, type: 'single_line_text_field', value: stack }],
    },
  }))
}

/** Why a rule's discount cannot be made of Shopify's own kinds. */
export type WhyNotNative =
  'bundle-price' | 'several-tiers' | 'tiers-of-others' | 'floor' | 'only-other-currencies' | 'too-many-groups' | 'gift'

export interface NativeWishes {
  readonly wishes: readonly WishedNode[]
  readonly refused: readonly { readonly rule: RuleId; readonly why: WhyNotNative }[]
}

/** Discounts that one rule may take, of the 25 that the whole shop has: one for each set of products that it offers. */
const MOST_GROUPS = 5

interface Group {
  readonly deal: Deal
  readonly triggers: ProductId[]
}

/** What of rules' discounts Shopify's own kinds can do, where our function may not run: a discount for each set of products that a rule offers. */
export function nativeWishes(
  rules: readonly DiscountedRule[],
  beside: ReadonlyMap<ProductId, ProductDeals>,
  { currency, timezone, binds }: { readonly currency: string; readonly timezone: string; readonly binds: (deal: Deal) => boolean },
): NativeWishes {
  const wishes: WishedNode[] = []
  const refused: { rule: RuleId; why: WhyNotNative }[] = []
  for (const { id, name } of rules) {
    const groups = groupsOf(id, beside)
    const why = groups.length > MOST_GROUPS ? 'too-many-groups' : groups.map((group) => whyNot(group, currency, binds)).find(Boolean)
    if (why) refused.push({ rule: id, why })
    else
      wishes.push(
        ...groups.map((group, at) => ({
          key: `rule/${id}/${at + 1}`,
          title: groups.length === 1 ? name : `${name} (${at + 1})`,
          carries: { rule: id },
          input: nativeInput(group, currency, timezone),
        })),
      )
  }
  return { wishes, refused }
}

function groupsOf(rule: RuleId, beside: ReadonlyMap<ProductId, ProductDeals>): Group[] {
  const groups = new Map<string, Group>()
  for (const [trigger, { deals }] of beside)
    for (const deal of deals) {
      if (deal.rule !== rule) continue
      const { floors: _, ...rest } = deal
      // What counts its own pieces is a discount of each product by itself.
      const key = JSON.stringify(deal.offered.includes(trigger) ? [rest, trigger] : rest)
      const known = groups.get(key)
      if (known) known.triggers.push(trigger)
      else groups.set(key, { deal, triggers: [trigger] })
    }
  return [...groups.values()]
}

function whyNot({ deal, triggers }: Group, currency: string, binds: (deal: Deal) => boolean): WhyNotNative | undefined {
  const { discount, offered } = deal
  if (binds(deal)) return 'floor'
  switch (discount.kind) {
    case 'percent':
    case 'buy-get':
      return undefined
    case 'amount':
      return discount.off[currency] === undefined ? 'only-other-currencies' : undefined
    case 'bundle-price':
      return 'bundle-price'
    case 'tiers':
      if (discount.tiers.length > 1) return 'several-tiers'
      return offered.length === 1 && triggers.includes(offered[0]!) ? undefined : 'tiers-of-others'
    case 'gift':
      return 'gift'
    default:
      return discount satisfies never
  }
}

function nativeInput({ deal, triggers }: Group, currency: string, timezone: string): object {
  const { discount, offered, packs = 1, from, to, stack } = deal
  const products = (ids: readonly ProductId[]) => ({ products: { productsToAdd: ids.map((id) => toGid('Product', id)) } })
  const common = {
    combinesWith: combinesWith(stack),
    ...(from !== undefined && { startsAt: new Date(startOfDay(from, timezone)).toISOString() }),
    ...(to !== undefined && { endsAt: new Date(startOfNextDay(to, timezone)).toISOString() }),
  }
  if (discount.kind === 'tiers') {
    const [{ from: least, off }] = discount.tiers as [{ from: number; off: number }]
    return {
      ...common,
      minimumRequirement: { quantity: { greaterThanOrEqualToQuantity: String(least) } },
      customerGets: { items: products(offered), value: { percentage: off / 10_000 } },
    }
  }
  const [buy, get] = discount.kind === 'buy-get' ? [discount.buy, discount.get] : [1, packs]
  const effect =
    discount.kind === 'amount' ? { amount: discount.off[currency] } : { percentage: 'off' in discount ? Number(discount.off) / 10_000 : 0 }
  return {
    ...common,
    customerBuys: { items: products(triggers), value: { quantity: String(buy) } },
    customerGets: { items: products(offered), value: { discountOnQuantity: { quantity: String(get), effect } } },
  }
}
