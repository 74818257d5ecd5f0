import type { ProductId } from '#app/commerce/ids.ts'
import { checkLength } from '../checks/check-length.ts'
import { checkNever } from '../checks/check-never.ts'
import { hashOfFact, facetKeyOf, type ProductFact } from '../facts/fact.ts'
import type { Facet } from '../facts/facet.ts'
import { wordsOfFact } from '../facts/words-of-fact.ts'
import type { Hole } from '../sentences/hole.ts'
import { COPY_LOCALES, type CopyLocale } from '../sentences/locale.ts'
import { fillSentence, holesOf } from '../sentences/sentence.ts'
import type { ApprovedSentence, ApprovedSentences } from './approved.ts'

const MOST_ANGLES = 3
/** Pages say it anyway: to anybody it is said where nothing else can be. */
const SAYS_LITTLE: ReadonlySet<Facet> = new Set(['price', 'make'])

/** What stands in a product's metafield: `looks` is what is true of it, for each language what is said of it. */
export interface ProductCopy {
  /** Raised when the shape changes. */
  readonly v: 1
  /** As `facetKeyOf` makes them. */
  readonly looks: readonly string[]
  readonly said: Partial<Record<CopyLocale, SaidIn>>
}

export interface SaidIn {
  readonly neutral: string
  /** At most three, the strongest angle first: what is said to whoever has looked at something of that look. */
  readonly fitted: readonly (readonly [look: string, text: string])[]
}

interface Spoken {
  readonly product: ProductId
  readonly facts: readonly ProductFact[]
  /** Which facets come first with this product, strongest first. */
  readonly angles: readonly Facet[]
  readonly sentences: ApprovedSentences
  /** The language that the shop writes its products in. */
  readonly own: CopyLocale
  /** What the merchant never wants to read: a line that would hold it is not shown. */
  readonly never: readonly string[]
}

/**
 * What may be said of a product: sentences that a person has approved, each standing on facts as they are now. Undefined where there is
 * nothing to be said in any language. A sentence that was approved for the product goes before one for all.
 */
export function copyOf({ product, facts, angles, sentences, own, never }: Spoken): ProductCopy | undefined {
  const byFacet = new Map<Hole, ProductFact>(facts.map((fact) => [fact.facet, fact]))
  const said: Partial<Record<CopyLocale, SaidIn>> = {}
  const looks = new Set<string>()
  for (const locale of COPY_LOCALES) {
    const say = (sentence: ApprovedSentence) => {
      const isTrue = sentence.stands(product, (facet) => hashIn(byFacet, facet))
      const text = isTrue ? fillSentence(sentence.words, (facet) => wordsIn(byFacet, facet, locale, own)) : undefined
      return text !== undefined && [...checkLength(text), ...checkNever(text, never)].length === 0 ? text : undefined
    }
    const others = facts.map(({ facet }) => facet).filter((facet) => !angles.includes(facet))
    const firstOf = (facet: Facet, tone: 'neutral' | 'fitted') => {
      for (const sentence of sentences.of(locale, facet, tone, product)) {
        const text = say(sentence)
        if (text !== undefined) return text
      }
      return undefined
    }
    let neutral: string | undefined
    const fitted: [string, string][] = []
    for (const facet of [...angles, ...others].sort((one, other) => Number(SAYS_LITTLE.has(one)) - Number(SAYS_LITTLE.has(other)))) {
      neutral ??= byFacet.has(facet) ? firstOf(facet, 'neutral') : undefined
    }
    for (const facet of angles) {
      const fact = byFacet.get(facet)
      if (!fact) continue
      const text = fitted.length < MOST_ANGLES ? firstOf(facet, 'fitted') : undefined
      if (text !== undefined) fitted.push([facetKeyOf(fact), text])
    }
    if (neutral === undefined) continue
    said[locale] = { neutral, fitted }
  }
  if (Object.keys(said).length === 0) return undefined
  for (const fact of facts) looks.add(facetKeyOf(fact))
  return { v: 1, looks: [...looks], said }
}

const hashIn = (facts: ReadonlyMap<Hole, ProductFact>, facet: Hole) => {
  const fact = facts.get(facet)
  return fact && hashOfFact(fact)
}

function wordsIn(facts: ReadonlyMap<Hole, ProductFact>, facet: Hole, locale: CopyLocale, own: CopyLocale): string | undefined {
  const fact = facts.get(facet)
  return fact && wordsOfFact(fact, locale, own)
}

/** What a product's facts were when a sentence was written, by facet: what its holes stand on. */
export const standsOn = (words: string, facts: readonly ProductFact[]): string =>
  holesOf(words)
    .map((facet) => facts.find((fact) => fact.facet === facet))
    .map((fact) => (fact ? hashOfFact(fact) : '-'))
    .join('.')
