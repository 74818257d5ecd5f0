import { createHash } from 'node:crypto'
import type { KnownProduct } from '../approval/sentence-views.ts'
import { holesOf } from '../sentences/sentence.ts'
import type { KeptSentence } from '../sentences/sentence-store.server.ts'
import { standsOn } from '../spoken/copy-of.ts'
import type { Written } from './write-unit.ts'
import type { WritingUnit } from './writing-units.ts'

/** What was written about a type of product, as it waits for a person: about each of its products that has the facts, as they are now. */
export function draftsOf(
  { type, locale }: WritingUnit,
  { sentences, questions }: Written,
  products: readonly KnownProduct[],
  now: Date,
): KeptSentence[] {
  return [...sentences.map((one) => ({ ...one, fault: null })), ...questions].flatMap(({ facet, tone, words, fault }) => {
    const holes = holesOf(words)
    const holders = products.filter(({ facts }) => holes.every((hole) => facts.some((fact) => fact.facet === hole)))
    if (holders.length === 0) return []
    const about = new Map(holders.map(({ product, facts }) => [product.id, standsOn(words, facts)]))
    const undecided = { writer: 'model', state: 'waiting', madeAt: now, decidedBy: null, decidedAt: null } as const
    return { id: idOf([locale, type, facet, tone, words]), locale, facet, tone, words, about, fault, ...undecided }
  })
}

/** The same sentence about the same type is the same, however often it is written. */
function idOf(parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
