import type { NeedMet } from '#app/rules/need.ts'
import type { Texts } from '#app/slots/note.ts'
import { checkLength } from '../checks/check-length.ts'
import { checkNever } from '../checks/check-never.ts'
import { wordsOfFact } from '../facts/words-of-fact.ts'
import { isAmount, type CardFacet, type Hole } from '../sentences/hole.ts'
import { COPY_LOCALES, type CopyLocale } from '../sentences/locale.ts'
import { fillSentence } from '../sentences/sentence.ts'
import type { Tie } from './tie-of.ts'
import { wordsOfNeed } from './words-of-need.ts'

/** What is true of a card beside a product: how it meets that product's need, or what both have in common. */
export type CardTruth =
  { readonly kind: 'need'; readonly need: NeedMet; readonly of: Tie | undefined } | { readonly kind: 'tie'; readonly tie: Tie }

export interface CardSentences {
  /** What a person has switched on; undefined where nobody has. */
  of(locale: CopyLocale, facet: CardFacet): string | undefined
}

interface Spoken {
  readonly sentences: CardSentences
  /** The language that the shop writes its products in. */
  readonly own: CopyLocale
  /** What the merchant never wants to read. */
  readonly never: readonly string[]
}

export const facetOfCard = (truth: CardTruth): CardFacet =>
  truth.kind === 'tie' ? truth.tie.facet : truth.need.packs > 1 ? 'packs' : 'holds'

/** What a card says to the shopper, by language; undefined where nothing is switched on that could say it. */
export function cardTexts(truth: CardTruth, { sentences, own, never }: Spoken): Texts | undefined {
  const texts = COPY_LOCALES.flatMap((locale): (readonly [string, string])[] => {
    const words = sentences.of(locale, facetOfCard(truth))
    const text = words === undefined ? undefined : fillSentence(words, wordsIn(truth, locale, own))
    return text === undefined || [...checkLength(text), ...checkNever(text, never)].length > 0 ? [] : [[locale, text]]
  })
  return texts.length === 0 ? undefined : Object.fromEntries(texts)
}

/** What fills a hole of a sentence about it, in a language. */
export function wordsIn(truth: CardTruth, locale: CopyLocale, own: CopyLocale): (hole: Hole) => string | undefined {
  if (truth.kind === 'tie') return (hole) => (hole === truth.tie.facet ? wordsOfFact(truth.tie, locale, own) : undefined)
  const amounts = wordsOfNeed(truth.need, truth.of, locale, own)
  return (hole) => (isAmount(hole) ? amounts[hole] : undefined)
}
