import type { Catalog } from '#app/catalog/catalog.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { facetOfCard, type CardTruth } from './card-texts.ts'
import { cardTruths, type Confirmed } from './card-truths.ts'

/** A card as it stands beside another product, and what could be said on it. */
export interface CardExample {
  readonly product: ProductId
  readonly title: string
  readonly truth: CardTruth
}

/** Of all rules, and of the triggers of each: merchants want to read examples, and a page is waited for. */
const MOST_RULES = 50
const MOST_TRIGGERS = 300

/**
 * What cards could say where these rules are live, each product once for each thing that can be said. It is looked for beside the first
 * triggers of the first rules that say anything, by what the rule itself offers there.
 */
export function cardExamples(set: RuleSet, catalog: Catalog, confirmed: Confirmed): CardExample[] {
  const speaking = set.rules
    .filter(({ state, offer }) => state === 'active' && (offer.need !== null || offer.joins.length > 0))
    .slice(0, MOST_RULES)
  if (speaking.length === 0) return []
  const resolver = resolveRules(speaking, catalog, { sales: new Map(), companions: () => [] }, set)
  const found = new Map<string, CardExample>()
  for (const rule of speaking) {
    for (const index of resolver.triggersOf(rule).slice(0, MOST_TRIGGERS)) {
      for (const { index: at, need } of resolver.offersOf(rule, index)) {
        const card = catalog.products[at]!
        for (const truth of cardTruths(rule, catalog.products[index]!, card, need ?? undefined, confirmed)) {
          const key = `${facetOfCard(truth)}/${card.id}`
          if (!found.has(key)) found.set(key, { product: card.id, title: card.title, truth })
        }
      }
    }
  }
  return [...found.values()]
}
