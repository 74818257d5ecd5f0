import type { RuleId } from '#app/commerce/ids.ts'
import type { Stack } from '#app/offers/discount.ts'
import type { DiscountClass, OtherDiscount } from '#app/offers/other-discount.ts'

/** An automatic discount in the shop as Shopify lists it. */
export interface ListedDiscount {
  readonly gid: string
  readonly title: string
  readonly isActive: boolean
  /** What it takes something off; ours products. */
  readonly of: DiscountClass
  /** Stands beside other product discounts, on other lines. */
  readonly besideProducts: boolean
  /** Carried out by our function, whether we remember it or not. */
  readonly isOurs: boolean
}

/** One of ours as a row remembers it. */
export interface StoredNode {
  readonly key: string
  /** Null where Shopify took none. */
  readonly gid: string | null
  /** JSON of what was last written. */
  readonly written: string
  readonly refused: string | null
  /** Whether somebody had switched it off in Shopify when all were last listed. */
  readonly isOff: boolean
}

/** A discount that should be there. */
export interface WishedNode {
  readonly key: string
  readonly title: string
  /** Everything of it but for its title, as JSON values: what it is compared by. */
  readonly input: object
  /** Whose deals it carries out: of all rules of a class, or of one rule. */
  readonly carries: { readonly stack: Stack } | { readonly rule: RuleId }
}

/** Shopify lets so many automatic discounts be active in a shop, all apps' and the merchant's own together. */
export const MOST_AUTOMATIC = 25

export interface NodePlan {
  readonly creates: readonly WishedNode[]
  readonly updates: readonly (WishedNode & { readonly gid: string })[]
  readonly removes: readonly StoredNode[]
  /** Global ids of those of our function's that nobody remembers: whoever made them was broken off. */
  readonly strays: readonly string[]
  /** Those that stand as they should. */
  readonly stands: readonly WishedNode[]
  /** Those that the merchant has switched off in Shopify, and that stay so. */
  readonly switchedOff: readonly WishedNode[]
  /** Wished for, and beyond what Shopify allows: the last. */
  readonly over: readonly WishedNode[]
}

/** Compares the discounts that should be there, first ones first, with those that are. One that somebody deleted by hand is made anew. */
export function planNodes(wished: readonly WishedNode[], kept: readonly StoredNode[], listed: readonly ListedDiscount[]): NodePlan {
  const there = new Map(listed.map((one) => [one.gid, one]))
  const known = new Map(kept.map((node) => [node.key, node]))
  const ours = new Set(kept.flatMap(({ gid }) => gid ?? []))
  const others = listed.filter(({ gid, isActive, isOurs }) => isActive && !isOurs && !ours.has(gid)).length
  const room = Math.max(0, MOST_AUTOMATIC - others)
  const fitting = wished.slice(0, room)
  const plan = {
    creates: [] as WishedNode[],
    updates: [] as (WishedNode & { gid: string })[],
    stands: [] as WishedNode[],
    switchedOff: [] as WishedNode[],
  }
  for (const wish of fitting) {
    const node = known.get(wish.key)
    const found = node?.gid ? there.get(node.gid) : undefined
    if (!found || !node?.gid) plan.creates.push(wish)
    else if (!found.isActive) plan.switchedOff.push(wish)
    else if (node.written !== writtenOf(wish)) plan.updates.push({ ...wish, gid: node.gid })
    else plan.stands.push(wish)
  }
  const keys = new Set(fitting.map(({ key }) => key))
  return {
    ...plan,
    removes: kept.filter(({ key }) => !keys.has(key)),
    strays: listed.filter(({ gid, isOurs }) => isOurs && !ours.has(gid)).map(({ gid }) => gid),
    over: wished.slice(room),
  }
}

/** What Shopify would list if nothing had changed since it last did. */
export function rememberedListing(kept: readonly StoredNode[], others: readonly OtherDiscount[]): ListedDiscount[] {
  return [
    ...others.map((one, at): ListedDiscount => ({ ...one, gid: `other/${at}`, isActive: true, isOurs: false })),
    ...kept.flatMap(({ key, gid, isOff }): ListedDiscount[] =>
      gid === null ? [] : [{ gid, title: key, isActive: !isOff, of: 'product', besideProducts: true, isOurs: true }],
    ),
  ]
}

/** Whether there is nothing to do for a plan, but to make what Shopify has refused to make as it is. */
export function isCarriedOut({ creates, updates, removes, strays }: NodePlan, kept: readonly StoredNode[]): boolean {
  const refused = new Map(kept.flatMap(({ key, written, refused }) => (refused === null ? [] : [[key, written]])))
  return updates.length + removes.length + strays.length === 0 && creates.every((wish) => refused.get(wish.key) === writtenOf(wish))
}

/** The active discounts of a listing that are not ours. */
export function othersIn(listed: readonly ListedDiscount[], kept: readonly StoredNode[]): OtherDiscount[] {
  const ours = new Set(kept.flatMap(({ gid }) => gid ?? []))
  return listed
    .filter(({ gid, isActive, isOurs }) => isActive && !isOurs && !ours.has(gid))
    .map(({ title, of, besideProducts }) => ({ title, of, besideProducts }))
}

/** The global ids of ours that a listing shows switched off. */
export function switchedOffIn(listed: readonly ListedDiscount[], kept: readonly StoredNode[]): string[] {
  const ours = new Set(kept.flatMap(({ gid }) => gid ?? []))
  return listed.filter(({ gid, isActive }) => !isActive && ours.has(gid)).map(({ gid }) => gid)
}

/** Whether a listing shows ours otherwise than we remember them: gone, switched off or on again, or made without our hearing of it. */
export function hasDrifted(kept: readonly StoredNode[], listed: readonly ListedDiscount[]): boolean {
  const there = new Map(listed.map((one) => [one.gid, one]))
  const known = new Set(kept.flatMap(({ gid }) => gid ?? []))
  return (
    kept.some(({ gid, isOff }) => gid !== null && there.get(gid)?.isActive !== !isOff) ||
    listed.some(({ gid, isOurs }) => isOurs && !known.has(gid))
  )
}

/** Whether there is room for the new ones only once those that are to go are gone. */
export function mustMakeRoom({ creates }: NodePlan, listed: readonly ListedDiscount[]): boolean {
  return listed.filter(({ isActive }) => isActive).length + creates.length > MOST_AUTOMATIC
}

/** What is remembered of a node, to know whether it must be written anew. */
export function writtenOf({ input }: Pick<WishedNode, 'input'>): string {
  return JSON.stringify(input)
}
