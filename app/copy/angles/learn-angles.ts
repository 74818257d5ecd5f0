import type { BasketLog } from '#app/signals/basket-log.ts'
import { trailsOf } from '#app/signals/trails.ts'
import { facetKeyOf, type ProductFact } from '../facts/fact.ts'
import { FACETS, type Facet } from '../facts/facet.ts'
import { NOTHING_CHOSEN, type Chosen } from './learn-choices.ts'

const MOST_ANGLES = 5
const BEFORE_ANYTHING_IS_LEARNT: readonly Facet[] = ['power', 'fit', 'material', 'size', 'make']
/**
 * So many pairs are counted beside those that were bought, as shoppers chose among offers or, where nothing is known of that, as chance would
 * have it: few pairs change little, and what nobody vouches for weighs no more than these.
 */
const PRIOR_PAIRS = 20

/** Facets of each type of product, those that shoppers go by first; under '' those of the whole shop. */
export type Angles = Readonly<Record<string, readonly Facet[]>>

export const anglesOf = (angles: Angles, type: string): readonly Facet[] => angles[type] ?? angles[''] ?? BEFORE_ANYTHING_IS_LEARNT

interface Tally {
  pairs: number
  alike: number
  /** How alike they would have been by chance: what is looked for is how much more than that. */
  chance: number
}

/**
 * Learns what shoppers go by: of each facet, how much oftener than by chance a customer's next product says the same of it as the one
 * before (lift, shrunken towards what they chose by, and that towards 1). `typeOf` and `factsOf` tell of the products of the log, by their places in it. At most five facets a type.
 */
export function learnAngles(
  log: BasketLog,
  typeOf: (item: number) => string | undefined,
  factsOf: (item: number) => readonly ProductFact[],
  chosen: Chosen = NOTHING_CHOSEN,
): Angles {
  const looks = log.products.map((_, item) => new Map(factsOf(item).map((fact) => [fact.facet, facetKeyOf(fact)])))
  const chances = chanceOf(log, looks)
  const tallies = new Map<string, Map<Facet, Tally>>()
  for (const [before, after] of nextProducts(log)) {
    for (const type of new Set([typeOf(after) ?? '', ''])) {
      for (const [facet, look] of looks[after]!) {
        const other = looks[before]!.get(facet)
        if (other === undefined) continue
        const tally = tallyOf(tallies, type, facet)
        tally.pairs += 1
        tally.alike += Number(other === look)
        tally.chance += chances.get(facet)!.get(look)!
      }
    }
  }
  const types = new Set([...tallies.keys(), ...chosen.types])
  return Object.fromEntries([...types].map((type) => [type, ranked(tallies.get(type), (facet) => chosen.liftOf(type, facet))]))
}

/** Facets by their lift, the greatest first; those of which nothing is known in their own order. */
function ranked(tallies: ReadonlyMap<Facet, Tally> | undefined, chosenLift: (facet: Facet) => number): Facet[] {
  const liftOf = (facet: Facet) => {
    const tally = tallies?.get(facet)
    if (!tally || tally.chance === 0) return chosenLift(facet)
    const expected = tally.chance / tally.pairs
    return (tally.alike + PRIOR_PAIRS * expected * chosenLift(facet)) / ((tally.pairs + PRIOR_PAIRS) * expected)
  }
  return [...FACETS].sort((one, other) => liftOf(other) - liftOf(one) || FACETS.indexOf(one) - FACETS.indexOf(other)).slice(0, MOST_ANGLES)
}

/** Products that a customer bought one basket after the other: each of the later with each of the earlier, but itself. */
function* nextProducts(log: BasketLog): Generator<readonly [before: number, after: number]> {
  const { from, baskets } = trailsOf(log)
  const itemsOf = (basket: number) => log.items.subarray(log.starts[basket]!, log.starts[basket + 1]!)
  for (let customer = 0; customer < log.customerCount; customer++)
    for (let nth = from[customer]! + 1; nth < from[customer + 1]!; nth++)
      for (const before of itemsOf(baskets[nth - 1]!))
        for (const after of itemsOf(baskets[nth]!)) if (before !== after) yield [before, after]
}

/** Of each facet how likely any product that is bought has each look, among those that have one. */
function chanceOf(log: BasketLog, looks: readonly ReadonlyMap<Facet, string>[]): Map<Facet, Map<string, number>> {
  const counts = new Map<Facet, Map<string, number>>()
  for (const item of log.items)
    for (const [facet, look] of looks[item]!) {
      const of = counts.get(facet) ?? new Map<string, number>()
      counts.set(facet, of.set(look, (of.get(look) ?? 0) + 1))
    }
  for (const of of counts.values()) {
    const all = [...of.values()].reduce((sum, count) => sum + count, 0)
    for (const [look, count] of of) of.set(look, count / all)
  }
  return counts
}

function tallyOf(tallies: Map<string, Map<Facet, Tally>>, type: string, facet: Facet): Tally {
  const byFacet = tallies.get(type) ?? new Map<Facet, Tally>()
  tallies.set(type, byFacet)
  const tally = byFacet.get(facet) ?? { pairs: 0, alike: 0, chance: 0 }
  byFacet.set(facet, tally)
  return tally
}
