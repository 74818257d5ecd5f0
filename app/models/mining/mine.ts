import type { Catalog } from '#app/catalog/catalog.ts'
import { label, type Labelled } from '#app/models/labelled.ts'
import { chanceOf } from '#app/models/pairs/chance.ts'
import { countPairs, type CountedPair } from '#app/models/pairs/count-pairs.ts'
import { liftOf, type PairCounts } from '#app/models/pairs/evidence.ts'
import { logTail } from '#app/models/pairs/log-tail.ts'
import { areSubstitutes } from '#app/models/pairs/substitutes.ts'
import type { Purchase } from '#app/signals/purchases.ts'
import { leads, nameOf, type Side } from './direction.ts'
import { discoveryThreshold } from './discoveries.ts'
import { groupsIn, type Group, type GroupOf } from './group.ts'

/** Two groups that shoppers buy together more than chance explains. */
export interface Finding {
  /** The one beside which the other is offered: what costs clearly more, else what is bought more often. */
  readonly trigger: Group
  readonly offered: Group
  /** Orders, `first` being those with the trigger. */
  readonly counts: PairCounts
  /** Buyers of the orders with both. */
  readonly buyers: number
  /** Orders with both that chance would give. */
  readonly chance: number
  /** How hard chance finds it to give as many buyers: minus the natural logarithm of that probability. */
  readonly evidence: number
}

/** Fewer buyers of a pair are never taken for a habit. */
const FEWEST_BUYERS = 5
/** The share of findings that may be luck, and the most that the probability of finding anything is where there is nothing. */
const FALSE_DISCOVERY_RATE = 0.05
/** A pair must be bought together so many times more than chance, at the low end of its interval. */
const LEAST_LIFT = 1.25
const SHOWN = 1.96

/** What goes with what among single products, best evidence first. `purchases` must be fair. */
export function mineProducts(purchases: readonly Purchase[], catalog: Catalog): Finding[] {
  const groups = catalog.products.map(({ id }, index): GroupOf => ({ group: { kind: 'product', id }, members: [index] }))
  const found = findPairs(purchases, catalog, groups, () => true)
  return found.filter(({ trigger, offered }) => {
    const [one, other] = [trigger, offered].map((group) => group.kind === 'product' && catalog.products[catalog.indexOf(group.id)!]!)
    return !one || !other || one.type !== other.type || !areSubstitutes(one.id, other.id, purchases)
  })
}

/** What goes with what among types and tags, best evidence first. Groups with a product in common are never paired. */
export function mineGroups(purchases: readonly Purchase[], catalog: Catalog): Finding[] {
  const groups = groupsIn(catalog)
  const members = groups.map((group) => new Set(group.members))
  return findPairs(purchases, catalog, groups, (one, other) => groups[one]!.members.every((index) => !members[other]!.has(index)))
}

function findPairs(
  purchases: readonly Purchase[],
  catalog: Catalog,
  groups: readonly GroupOf[],
  mayPair: (one: number, other: number) => boolean,
): Finding[] {
  const labelsOf: number[][] = catalog.products.map(() => [])
  for (const [number, { members }] of groups.entries()) for (const index of members) labelsOf[index]!.push(number)
  const labelled = label(purchases, groups.length, (product) => labelsOf[catalog.indexOf(product as never) ?? -1] ?? [])
  const weighed = [...countPairs(labelled, FEWEST_BUYERS)]
    .filter(({ one, other }) => mayPair(one, other))
    .map((pair) => weigh(pair, labelled))
  const { tests, weightOf } = testsAmong(labelled)
  const doubtOf = ({ evidence, counts }: Weighed) => -evidence - Math.log(weightOf(counts))
  const bar = discoveryThreshold(weighed.map(doubtOf), tests, FALSE_DISCOVERY_RATE)
  return weighed
    .filter((pair) => doubtOf(pair) <= bar && liftOf(pair.counts, SHOWN).low > LEAST_LIFT)
    .map((pair) => ({ ...direct(pair, groups, catalog), evidence: pair.evidence }))
    .sort((a, b) => b.evidence - a.evidence || (a.name < b.name ? -1 : 1))
    .map(({ finding }) => finding)
}

/**
 * Every pair that could have been found counts as a test, those that no order holds included. What is bought often can show
 * a habit sooner, so it is believed sooner and the rest later: a pair weighs the geometric mean of its orders, 1 on average
 * (weighted discovery, Genovese, Roeder and Wasserman 2006: the weights must not come from what is tested).
 */
function testsAmong({ bought }: Labelled) {
  const often = bought.filter((orders) => orders >= FEWEST_BUYERS)
  const [roots, orders] = [often.reduce((sum, of) => sum + Math.sqrt(of), 0), often.reduce((sum, of) => sum + of, 0)]
  const tests = (often.length * (often.length - 1)) / 2
  const mean = (roots ** 2 - orders) / 2 / tests
  return { tests, weightOf: ({ first, second }: PairCounts) => Math.sqrt(first * second) / mean }
}

type Weighed = ReturnType<typeof weigh>

function weigh({ one, other, together, buyers }: CountedPair, { bought, shares, eras, starts }: Labelled) {
  const chance = chanceOf(eras, shares[one]!, shares[other]!)
  const counts = { together, first: bought[one]!, second: bought[other]!, orders: starts.length - 1 }
  return { one, other, counts, buyers, chance, evidence: -logTail(buyers, chance) }
}

function direct({ one, other, ...weighed }: Weighed, groups: readonly GroupOf[], catalog: Catalog) {
  const { first, second } = weighed.counts
  const sides: [Side, Side] = [
    { ...groups[one]!, orders: first },
    { ...groups[other]!, orders: second },
  ]
  const [trigger, offered] = leads(...sides, catalog) ? sides : [sides[1], sides[0]]
  const counts = { ...weighed.counts, first: trigger.orders, second: offered.orders }
  const finding: Finding = { ...weighed, trigger: trigger.group, offered: offered.group, counts }
  return { finding, name: `${nameOf(trigger, catalog)} ${nameOf(offered, catalog)}` }
}
