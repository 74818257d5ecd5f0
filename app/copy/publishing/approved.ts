import type { ProductId } from '#app/commerce/ids.ts'
import type { Hole, Tone, Topic } from '../sentences/hole.ts'
import type { CopyLocale } from '../sentences/locale.ts'
import { holesOf } from '../sentences/sentence.ts'

/** A sentence that a person lets shoppers read. */
export interface SentenceRow {
  readonly id: string
  readonly locale: CopyLocale
  readonly facet: Topic
  readonly tone: Tone
  readonly words: string
  /** The products it was approved for, each with the hashes of the facts that it stands on; null for every product that has them. */
  readonly about: ReadonlyMap<ProductId, string> | null
}

export interface ApprovedSentence {
  readonly id: string
  readonly words: string
  /** Whether it may be said of the product: every hole has a fact, the same as when it was approved. */
  stands(product: ProductId, hashOf: (facet: Hole) => string | undefined): boolean
}

export interface ApprovedSentences {
  /** What may be said, one after the other: what was approved for the product first. */
  of(locale: CopyLocale, facet: Topic, tone: Tone, product: ProductId): readonly ApprovedSentence[]
}

export function approvedSentences(rows: readonly SentenceRow[]): ApprovedSentences {
  const byPlace = new Map<string, { readonly sentence: ApprovedSentence; readonly about: ReadonlySet<ProductId> | null }[]>()
  for (const row of rows) {
    const key = placeOf(row.locale, row.facet, row.tone)
    const holes = holesOf(row.words)
    const stands: ApprovedSentence['stands'] = (product, hashOf) =>
      row.about
        ? row.about.get(product) === holes.map((facet) => hashOf(facet) ?? '-').join('.')
        : holes.every((facet) => hashOf(facet) !== undefined)
    const entry = { sentence: { id: row.id, words: row.words, stands }, about: row.about && new Set(row.about.keys()) }
    byPlace.set(key, [...(byPlace.get(key) ?? []), entry])
  }
  return {
    of(locale, facet, tone, product) {
      const entries = byPlace.get(placeOf(locale, facet, tone)) ?? []
      const own = entries.filter(({ about }) => about?.has(product))
      return [...own, ...entries.filter(({ about }) => about === null)].map(({ sentence }) => sentence)
    },
  }
}

const placeOf = (locale: CopyLocale, facet: Topic, tone: Tone): string => `${locale}/${facet}/${tone}`
