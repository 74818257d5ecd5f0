import type { KnownProduct } from '../known-products.ts'
import { holesOf } from '../sentences/sentence.ts'
import { sentenceId } from '../sentences/sentence-id.server.ts'
import type { StoredSentence } from '../sentences/sentence-store.server.ts'
import { standsOn } from '../publishing/copy-of.ts'
import type { Written } from './write-unit.ts'
import type { WritingUnit } from './writing-units.ts'

/** What was written about a type of product, as it waits for a person: about each of its products that has the facts, as they are now. */
export function draftsOf(
  { type, locale }: WritingUnit,
  { sentences, questions }: Written,
  products: readonly KnownProduct[],
  now: Date,
): StoredSentence[] {
  return [...sentences.map((one) => ({ ...one, fault: null })), ...questions].flatMap(({ facet, tone, words, fault }) => {
    const holes = holesOf(words)
    const holders = products.filter(({ facts }) => holes.every((hole) => facts.some((fact) => fact.facet === hole)))
    if (holders.length === 0) return []
    const about = new Map(holders.map(({ product, facts }) => [product.id, standsOn(words, facts)]))
    const undecided = { writer: 'model', state: 'waiting', madeAt: now, decidedBy: null, decidedAt: null } as const
    return { id: sentenceId([locale, type, facet, tone, words]), locale, facet, tone, words, about, fault, ...undecided }
  })
}
