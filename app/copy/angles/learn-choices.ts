import type { ProductId } from '#app/commerce/ids.ts'
import type { Choice } from '#app/signals/storefront-events/choices-in.ts'
import { facetKeyOf, type ProductFact } from '../facts/fact.ts'
import type { Facet } from '../facts/facet.ts'

/** Of fewer browsers nothing is learnt: one of them is nobody's habit. */
const FEWEST_BROWSERS = 30
/** So many browsers that choose as by chance are counted beside those that chose. */
const PRIOR_BROWSERS = 20

interface Voices {
  browsers: number
  /** Shares of a browser's choices that said the same as what was looked at, summed over browsers. */
  alike: number
  /** What those would have been, had each of what was seen been chosen alike. */
  expected: number
}

/** What shoppers chose by. */
export interface Chosen {
  /** Of which something is known. */
  readonly types: readonly string[]
  /** How much oftener they chose what says the same of a facet as what they had been looking at; 1 where nothing is known. */
  readonly liftOf: (type: string, facet: Facet) => number
}

export const NOTHING_CHOSEN: Chosen = { types: [], liftOf: () => 1 }

/**
 * Learns from what shoppers clicked of what they saw: of each facet, how much oftener they chose an offer that says the same of it as the
 * product that they had clicked through to than if they had chosen any that they saw, shrunken towards 1. Observed over expected, where what is
 * expected is the choice among equals of a conditional logit (McFadden 1974): a slot full of alike products says nothing. A browser has one
 * voice, however much it tells: its choices are averaged. By the type of what was chosen; under '' of the whole shop.
 */
export function learnChoices(
  browsers: Iterable<readonly Choice[]>,
  typeOf: (product: ProductId) => string | undefined,
  factsOf: (product: ProductId) => readonly ProductFact[],
): Chosen {
  const voices = new Map<string, Map<Facet, Voices>>()
  const looks = new Map<ProductId, ReadonlyMap<Facet, string>>()
  const looksOf = (product: ProductId) => {
    const known = looks.get(product) ?? new Map(factsOf(product).map((fact) => [fact.facet, facetKeyOf(fact)]))
    looks.set(product, known)
    return known
  }
  for (const choices of browsers) {
    const mine = new Map<string, Map<Facet, Voices>>()
    for (const choice of choices)
      for (const [facet, look] of looksOf(choice.before)) {
        const seen = choice.among.filter((one) => looksOf(one).has(facet))
        const alike = seen.filter((one) => looksOf(one).get(facet) === look)
        // Where all are alike, or none is, nobody could choose.
        if (!seen.includes(choice.chosen) || alike.length === 0 || alike.length === seen.length) continue
        const one = { browsers: 1, alike: Number(alike.includes(choice.chosen)), expected: alike.length / seen.length }
        for (const type of new Set([typeOf(choice.chosen) ?? '', ''])) add(mine, type, facet, one)
      }
    for (const [type, byFacet] of mine)
      for (const [facet, { browsers: count, alike, expected }] of byFacet)
        add(voices, type, facet, { browsers: 1, alike: alike / count, expected: expected / count })
  }
  const isKnown = (type: string) => [...voices.get(type)!.values()].some(isEnough)
  return { types: [...voices.keys()].filter(isKnown), liftOf: (type, facet) => liftOf(voices.get(type)?.get(facet)) }
}

const isEnough = ({ browsers }: Voices) => browsers >= FEWEST_BROWSERS

function liftOf(voices: Voices | undefined): number {
  if (!voices || !isEnough(voices)) return 1
  const prior = (PRIOR_BROWSERS * voices.expected) / voices.browsers
  return (voices.alike + prior) / (voices.expected + prior)
}

function add(into: Map<string, Map<Facet, Voices>>, type: string, facet: Facet, { browsers, alike, expected }: Voices): void {
  const byFacet = into.get(type) ?? new Map<Facet, Voices>()
  into.set(type, byFacet)
  const known = byFacet.get(facet) ?? { browsers: 0, alike: 0, expected: 0 }
  byFacet.set(facet, { browsers: known.browsers + browsers, alike: known.alike + alike, expected: known.expected + expected })
}
