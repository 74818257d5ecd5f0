import { changesSince, lastChange } from '#app/catalog/changes.server.ts'
import { loadProducts } from '#app/catalog/load-catalog.server.ts'
import { SHOP_PAGE, type ProductId, type ShopId } from '#app/commerce/ids.ts'
import type { Comparison } from '#app/measure/comparisons/comparison.ts'
import { pool } from '#app/platform/db.server.ts'
import type { WantedPage } from '#app/publish/plan.ts'
import { discountedRules, type ShopDeals } from '#app/rules/deals/deals-beside.ts'
import { touchesDeals } from '#app/rules/deals/touches-deals.ts'
import type { Sales } from '#app/rules/resolve/rank-products.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import type { Rule } from '#app/rules/rule.ts'
import { newestVersion } from '#app/rules/versions/versions.server.ts'
import { machineOf } from '#app/slots/candidates.ts'
import { daysUntilAgain } from '#app/slots/days-until-again.ts'
import { fillCompared } from '#app/slots/compared/fill-compared.ts'
import { fillerOf, type Filler } from '#app/slots/fill-placements.ts'
import { loadShopContext, loadSales } from '#app/slots/load-shop-context.server.ts'
import { nearTo } from '#app/slots/near-to.ts'
import { reviseSlots } from '#app/slots/revise-slots.ts'
import { sourcesFor, type ShopContext } from '#app/slots/shop-context.ts'
import type { FilledPlacement } from '#app/slots/slot.ts'
import type { Sources } from '#app/slots/sources.ts'
import { isRevisedByRules } from '#app/slots/what-mixes-ask.ts'
import { comparisonOf } from './keep-comparison.server.ts'

/** What a shop's slots are filled from, as it stood when they last were. */
export interface CachedSources {
  /** Who decided on it: another version, model or installation makes it worthless. */
  readonly decided: string
  /** The last change of the catalogue that it knows of. */
  readonly upTo: number
  /** Milliseconds. What time alone changes is as it was then. */
  readonly madeAt: number
  readonly set: RuleSet
  readonly stock: ShopContext
  readonly sources: Sources
  /** What cards beside a product promised, as JSON; absent where that is not known. */
  readonly promised?: ReadonlyMap<ProductId, string>
  /** What rules gave off, and whether the merchant let them; absent where that is not known. */
  readonly dealt?: { readonly isAllowed: boolean; readonly deals: ShopDeals }
}

export interface FilledSlots {
  readonly slots: ReadonlyMap<ProductId, WantedPage>
  /** Whether these are all; otherwise those alone that may be other than they were, and no product has come or gone. */
  readonly isAll: boolean
  /** Whether what rules give off may be other than `standing` has it. */
  readonly dealsMayDiffer: boolean
  /** By whose word cards stand: the shop's own, and of two compared the other. */
  readonly rules: readonly Rule[]
  readonly standing: CachedSources
}

const MINUTE = 60_000
const LASTS = 5 * MINUTE
/** In all shops that one process keeps: about 2 kB each. */
const MOST_PRODUCTS = 100_000

/** The shop whose slots were filled last comes last. */
const kept = new Map<ShopId, CachedSources>()

/** Keeps what slots were filled from until they are filled again, for as long as that is worth something. */
export function cacheSources(shop: ShopId, standing: CachedSources, now: number): void {
  kept.delete(shop)
  kept.set(shop, standing)
  let products = 0
  for (const [other, { madeAt, sources }] of [...kept].toReversed()) {
    products += sources.resolver.products.length
    if (now - madeAt > LASTS || products > MOST_PRODUCTS) kept.delete(other)
  }
  if (kept.has(shop)) standing.sources.resolver.expectChanges()
}

/**
 * Fills a shop's slots: those that may have changed where it is known from what the others were filled, otherwise all.
 * What was kept is used up by that: whoever makes the slots true in the shop keeps what is returned. `said` tells what cards may say from
 * what they might say before: another means all of them anew.
 */
export async function fillSlots(shop: ShopId, now: number, said = ''): Promise<FilledSlots> {
  const before = kept.get(shop)
  kept.delete(shop)
  // First of all: what is read after it may be newer than it says, and is then read once more; never older.
  const decidedNow = (await decidedFor(shop)) + said
  const newest = await newestVersion(shop)
  const compared = await comparisonOf(shop, newest.set, new Date(now))
  // Two sets fill the shop's slots while rules are compared: then all is filled anew each time.
  const decided = compared ? compared.comparison.id : decidedNow
  const isOfToday = before?.decided === decided && now - before.madeAt <= LASTS
  if (before && isOfToday && !compared && isRevisedByRules(before.set.placements)) {
    const revised = await revise(shop, before, now)
    if (revised) return revised
  }
  const upTo = await lastChange(shop)
  const { set, number } = newest
  const known = await loadShopContext(shop, new Date(now))
  const stock = number > 0 ? known : withoutHabits(known)
  const sources = sourcesFor(set, stock)
  const filler = fillerOf(set, sources)
  const beside = new Map(stock.catalog.products.map(({ id }, index) => [id, filler.beside(index)]))
  const standing = { decided, upTo, madeAt: now, set, stock, sources }
  const slots = withShopPage(beside, filler, standing)
  if (compared) addCompared(slots, beside, compared, stock)
  return { slots, isAll: true, dealsMayDiffer: true, rules: [...set.rules, ...(compared?.set.rules ?? [])], standing }
}

/** The slots with those of some pages as well, of which nothing else may have changed. */
export function alsoFilled({ slots, standing, ...rest }: FilledSlots, pages: readonly ProductId[]): FilledSlots {
  const { catalog, resolver } = standing.sources
  const filler = fillerOf(standing.set, standing.sources)
  const more = pages.flatMap((id): [ProductId, WantedPage][] => {
    const index = catalog.indexOf(id)
    if (slots.has(id) || index === undefined || resolver.products[index] === undefined) return []
    return [[id, pageOf(id, filler.beside(index), standing)]]
  })
  return { slots: new Map([...slots, ...more]), standing, ...rest }
}

/** Undefined where all must be filled anew. */
async function revise(shop: ShopId, before: CachedSources, now: number): Promise<FilledSlots | undefined> {
  const { set, upTo: since } = before
  const { upTo, changed } = await changesSince(shop, since)
  if (changed === 'any') return undefined
  const { catalog, ...evidence } = before.stock
  const sales = await loadSales(shop, new Date(now))
  const sold = soldOtherwise(evidence.sales, sales)
  const isHeld = (id: ProductId) => catalog.indexOf(id) !== undefined
  const looked = [...new Set([...changed, ...sold.filter(isHeld)])]
  const products = await loadProducts(shop, now, looked)
  if (products.length < looked.length || !changed.every(isHeld)) return undefined
  const stock = { ...before.stock, sales }
  // What sells best is another's to say than the rules'.
  const machine = sold.length === 0 ? before.sources.machine : machineOf(catalog, before.sources.resolver, stock)
  const sources = { ...before.sources, machine }
  const filler = fillerOf(set, sources)
  const changes = products.map((product) => ({ product, sold: sales.get(product.id) ?? 0 }))
  const discounted = discountedRules(set.rules)
  const wasOf = (id: ProductId) => sources.resolver.products[catalog.indexOf(id)!]!
  const dealsMayDiffer = products.some((product) => touchesDeals(discounted, wasOf(product.id), product, catalog.clock))
  const standing = { ...before, upTo, stock, sources }
  return {
    slots: withShopPage(reviseSlots(changes, filler, sources), filler, standing),
    isAll: false,
    dealsMayDiffer,
    rules: set.rules,
    standing,
  }
}

/** What stands beside a product, with what the machine finds near it and when it is bought again. */
function pageOf(id: ProductId, placements: readonly FilledPlacement[], { set, stock }: CachedSources): WantedPage {
  const { timezone } = stock.catalog.clock
  const again = daysUntilAgain(id, set.placements, stock)
  return { placements, near: nearTo(id, set.placements, stock.companions), timezone, ...(again !== undefined && { again }) }
}

/** What stands beside products, and what stands beside none. */
function withShopPage(
  beside: ReadonlyMap<ProductId, readonly FilledPlacement[]>,
  filler: Filler,
  standing: CachedSources,
): Map<ProductId, WantedPage> {
  const pages = new Map<ProductId, WantedPage>([...beside].map(([id, placements]) => [id, pageOf(id, placements, standing)]))
  return pages.set(SHOP_PAGE, { placements: filler.besideNothing() })
}

/** Adds what product pages hold for those who see the other of two compared rules. */
function addCompared(
  slots: Map<ProductId, WantedPage>,
  beside: ReadonlyMap<ProductId, readonly FilledPlacement[]>,
  { comparison, set }: { readonly comparison: Comparison; readonly set: RuleSet },
  stock: ShopContext,
): void {
  const sources = sourcesFor(set, stock)
  for (const [index, { id }] of stock.catalog.products.entries()) {
    const other = fillCompared(index, beside.get(id)!, set, sources)
    const page = slots.get(id)
    if (other && page) slots.set(id, { ...page, compared: { id: comparison.id, slots: other } })
  }
}

function soldOtherwise(before: Sales, now: Sales): ProductId[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id))
}

/** A merchant who has published nothing yet has asked for no word beside their products. */
function withoutHabits({ boughtAgain: _, ...stock }: ShopContext): ShopContext {
  return stock
}

async function decidedFor(shop: ShopId): Promise<string> {
  const { rows } = await pool.query<{ decided: string }>(
    `SELECT jsonb_build_array(generation, installed_at, timezone, currency,
       (SELECT max(number) FROM rule_version WHERE shop_id = $1),
       (SELECT jsonb_agg(version ORDER BY trained_at) FROM model_snapshot WHERE shop_id = $1))::text AS decided
     FROM shop WHERE id = $1`,
    [shop],
  )
  return rows[0]?.decided ?? ''
}
