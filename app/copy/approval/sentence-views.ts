import type { ProductId } from '#app/commerce/ids.ts'
import type { CopyFault } from '../checks/copy-fault.ts'
import { FACETS } from '../facts/facet.ts'
import { wordsOfFact } from '../facts/words-of-fact.ts'
import type { CopyLocale } from '../sentences/locale.ts'
import { fillSentence, holesOf } from '../sentences/sentence.ts'
import { PAGE_TONES, type Hole, type Place, type Tone, type Topic } from '../sentences/hole.ts'
import { templateOf } from '../sentences/templates.ts'
import type { SentenceRow } from '../publishing/approved.ts'
import type { KnownProduct } from '../known-products.ts'
import { standsOn } from '../publishing/copy-of.ts'

export interface Example {
  readonly product: ProductId
  readonly title: string
  readonly text: string
}

/** A sentence as it is decided on: what it says of how many products. */
export interface SentenceView {
  /** Undefined of a template that nobody has switched on or written anew. */
  readonly id: string | undefined
  readonly locale: CopyLocale
  readonly facet: Topic
  readonly tone: Tone
  readonly words: string
  /** The type of the products it was written about; null of a sentence for all. */
  readonly type: string | null
  readonly writer: 'template' | 'model' | 'merchant'
  readonly state: 'off' | 'waiting' | 'approved' | 'declined'
  readonly fault: CopyFault | null
  readonly decidedBy: string | null
  /** ISO 8601. */
  readonly decidedAt: string | null
  /** How many products it can be said of. */
  readonly products: number
  /** Of those it was approved for, how many it no longer holds of: a fact has changed. */
  readonly withdrawn: number
  readonly examples: readonly Example[]
  /** Those that read unlike the others: somebody should look at them one by one. */
  readonly outliers: readonly Example[]
}

export interface StoredView extends SentenceRow {
  readonly writer: SentenceView['writer']
  readonly state: 'waiting' | 'approved' | 'declined'
  readonly fault: CopyFault | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

export const MOST_EXAMPLES = 3
const MOST_OUTLIERS = 5

/**
 * Every sentence of a language that can be decided on: those that are kept, and each template that is shipped and nobody has touched,
 * where it can be said of any product. In the order of facets, the neutral before the fitted, what was written for all products first.
 */
export function sentenceViews(
  kept: readonly StoredView[],
  locale: CopyLocale,
  known: readonly KnownProduct[],
  own: CopyLocale,
): SentenceView[] {
  const ofLocale = kept.filter((one) => one.locale === locale)
  return FACETS.flatMap((facet) => {
    const holders = known.filter(({ facts }) => facts.some((fact) => fact.facet === facet))
    return PAGE_TONES.flatMap((tone) => {
      const rows = ofLocale.filter((one) => one.facet === facet && one.tone === tone)
      const forAll = rows.find(({ about }) => about === null) ?? shipped(locale, { facet, tone })
      return [forAll, ...rows.filter(({ about }) => about !== null)].map((row) => viewOf(row, holders, own))
    })
  }).filter(({ id, products, withdrawn }) => id !== undefined || products + withdrawn > 0)
}

export type Row = Omit<StoredView, 'id' | 'state'> & { readonly id: string | undefined; readonly state: SentenceView['state'] }

export const shipped = (locale: CopyLocale, place: Place): Row => ({
  ...{ id: undefined, locale, ...place, words: templateOf(locale, place), about: null },
  ...{ writer: 'template', state: 'off', fault: null, decidedBy: null, decidedAt: null },
})

function viewOf({ about, decidedAt, ...row }: Row, holders: readonly KnownProduct[], own: CopyLocale): SentenceView {
  let type: string | null = null
  const said: (Example & { readonly value: string })[] = []
  let withdrawn = 0
  for (const { product, facts } of holders) {
    if (about && !about.has(product.id)) continue
    if (about) type ??= product.type
    if (about && about.get(product.id) !== standsOn(row.words, facts)) {
      withdrawn += 1
      continue
    }
    const wordsOf = (facet: Hole) => {
      const fact = facts.find((one) => one.facet === facet)
      return fact && wordsOfFact(fact, row.locale, own)
    }
    const text = fillSentence(row.words, wordsOf)
    if (text !== undefined) said.push({ product: product.id, title: product.title, text, value: holesOf(row.words).map(wordsOf).join(' ') })
  }
  const texts = new Map<string, Example>()
  for (const { value: _, ...one } of said) if (!texts.has(one.text)) texts.set(one.text, one)
  return {
    ...row,
    type,
    decidedAt: decidedAt?.toISOString() ?? null,
    products: said.length,
    withdrawn,
    examples: [...texts.values()].slice(0, MOST_EXAMPLES),
    outliers: outliersOf(said),
  }
}

/** Values far longer than is usual, of several words where others have one, or that begin otherwise than nearly all. The longest first. */
function outliersOf(said: readonly (Example & { readonly value: string })[]): Example[] {
  if (said.length < 4) return []
  const lengths = said.map(({ value }) => value.length).sort((one, other) => one - other)
  const usual = lengths[lengths.length >> 1]!
  const shapes = new Map<string, number>()
  for (const { value } of said) shapes.set(shapeOf(value), (shapes.get(shapeOf(value)) ?? 0) + 1)
  const isOdd = ({ value }: { readonly value: string }) =>
    value.length > Math.max(12, usual * 3) || shapes.get(shapeOf(value))! * 20 < said.length
  const seen = new Set<string>()
  return said
    .filter((one) => isOdd(one) && !seen.has(one.value) && seen.add(one.value))
    .sort((one, other) => other.value.length - one.value.length)
    .slice(0, MOST_OUTLIERS)
    .map(({ value: _, ...one }) => one)
}

/** "AA" → "A", "14 inch" → "0 a": what kinds of signs a value is made of. */
const shapeOf = (value: string): string =>
  value
    .replaceAll(/\p{Lu}+/gu, 'A')
    .replaceAll(/[\p{Ll}\p{Lo}]+/gu, 'a')
    .replaceAll(/\p{N}+/gu, '0')
