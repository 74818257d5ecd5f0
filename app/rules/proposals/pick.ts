import type { Catalog } from '#app/catalog/catalog.ts'
import type { Finding } from '#app/models/mining/mine.ts'
import { occasionsIn, type Occasions } from '#app/models/mining/occasions.ts'
import { liftOf } from '#app/models/pairs/evidence.ts'
import type { Purchase } from '#app/signals/purchases.ts'
import { betweenIn, type Between } from './between.ts'
import { explains, unitsIn, type Part } from './explains.ts'
import { keyOf } from './key.ts'
import type { Proposal } from './proposal.ts'
import { tieOf } from './tie.ts'

/** Findings looked at, the best first. */
const MOST_LOOKED_AT = 150
const MOST_EXAMPLES = 5
/** A rule must be mostly about what no better rule is about already. */
const LEAST_OWN = 0.5
const FEWEST_OWN = 5
const SHOWN = 1.96

/**
 * The few findings that together say what shoppers do, best evidence first, `most` at the most. Of findings that speak of
 * the same orders the best describing stays: first two types with a tie that says in one rule which fits which; types and
 * tags before single products, since they cover what was never sold yet; narrower ones where a wide one only adds what
 * nobody buys.
 */
export function pickProposals(
  { groups, products }: { readonly groups: readonly Finding[]; readonly products: readonly Finding[] },
  purchases: readonly Purchase[],
  catalog: Catalog,
  most: number,
): Proposal[] {
  const occasions = occasionsIn(purchases, catalog)
  const units = unitsIn(catalog, occasions)
  const between = betweenIn(catalog, occasions)
  const wide = groups.slice(0, MOST_LOOKED_AT).map(between)
  const tieIn = (one: Between) => tieOf(one, occasions, units, catalog)
  const ties = new Map(wide.filter(isOfTypes).map((one) => [one, tieIn(one)]))
  const tied = wide.filter((one) => ties.get(one) !== undefined)
  const others = [...wide, ...products.slice(0, MOST_LOOKED_AT).map(between)].filter((one) => ties.get(one) === undefined)

  const told = new Uint8Array(occasions.one.length)
  const picks: Proposal[] = []
  for (const one of [...tied, ...others]) {
    if (picks.length === most) break
    const own = one.times.filter((at) => told[at] === 0)
    if (own.length < FEWEST_OWN || own.length < one.times.length * LEAST_OWN) continue
    const join = ties.has(one) ? ties.get(one) : tieIn(one)
    if (!join && isOnlyNarrower(one, wide, occasions, units)) continue
    for (const at of one.times) told[at] = 1
    const examples = [...new Set(own.map((at) => occasions.orders[at]!))].slice(0, MOST_EXAMPLES).map(({ order, at }) => ({ order, at }))
    const key = `${keyOf(one.finding.trigger)} > ${keyOf(one.finding.offered)}`
    picks.push({ key, ...one.finding, joins: join ? [join] : [], examples })
  }
  picks.sort((a, b) => b.evidence - a.evidence)
  return picks
}

const isOfTypes = ({ finding }: Between) => finding.trigger.kind === 'type' && finding.offered.kind === 'type'

/** Whether narrower findings, each stronger, hold what the habit is about. */
function isOnlyNarrower(one: Between, among: readonly Between[], occasions: Occasions, units: readonly number[]): boolean {
  const lift = liftOf(one.finding.counts, SHOWN).low
  const narrower = among.filter(
    (other) =>
      other !== one &&
      isMostlyIn(other.triggers, one.triggers, 0.5) &&
      isMostlyIn(other.offered, one.offered, 0.9) &&
      liftOf(other.finding.counts, SHOWN).low > lift,
  )
  const inNarrower: Part = (trigger, offered) => narrower.some((other) => other.triggers.has(trigger) && other.offered.has(offered))
  return narrower.length > 0 && explains(inNarrower, one, occasions, units) !== undefined
}

function isMostlyIn(part: ReadonlySet<number>, whole: ReadonlySet<number>, share: number): boolean {
  let inside = 0
  for (const index of part) if (whole.has(index)) inside += 1
  return inside >= part.size * share
}
