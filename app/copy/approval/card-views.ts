import { facetOfCard, wordsIn } from '../cards/card-texts.ts'
import type { CardExample } from '../cards/card-examples.ts'
import { CARD_FACETS, HEADINGS, type Place } from '../sentences/hole.ts'
import type { CopyLocale } from '../sentences/locale.ts'
import { fillSentence } from '../sentences/sentence.ts'
import { MOST_EXAMPLES, shipped, type Example, type Row, type SentenceView, type StoredView } from './sentence-views.ts'

/**
 * What cards can say in a language, to be decided on like any other sentence: what a person has kept, and each template that could be said on
 * a card as the shop's rules are.
 */
export function cardViews(kept: readonly StoredView[], locale: CopyLocale, cards: readonly CardExample[], own: CopyLocale): SentenceView[] {
  return CARD_FACETS.flatMap((facet) => {
    const row = rowAt(kept, locale, { facet, tone: 'card' })
    const said = cards.flatMap(({ product, title, truth }): Example[] => {
      const text = facetOfCard(truth) === facet ? fillSentence(row.words, wordsIn(truth, locale, own)) : undefined
      return text === undefined ? [] : [{ product, title, text }]
    })
    if (row.id === undefined && said.length === 0) return []
    const examples = [...new Map(said.map((one) => [one.text, one])).values()].slice(0, MOST_EXAMPLES)
    return [{ ...viewOf(row), products: said.length, examples }]
  })
}

/** What can stand over slots in a language. */
export const headingViews = (kept: readonly StoredView[], locale: CopyLocale): SentenceView[] =>
  HEADINGS.map((facet) => viewOf(rowAt(kept, locale, { facet, tone: 'heading' })))

const rowAt = (kept: readonly StoredView[], locale: CopyLocale, place: Place): Row =>
  kept.find((one) => one.locale === locale && one.facet === place.facet && one.tone === place.tone) ?? shipped(locale, place)

function viewOf({ about: _, decidedAt, ...row }: Row): SentenceView {
  return { ...row, type: null, decidedAt: decidedAt?.toISOString() ?? null, products: 0, withdrawn: 0, examples: [], outliers: [] }
}
