import { CARDS_AT_ONCE } from '#app/commerce/placement.ts'
import type { PlacementMix } from '#app/rules/mix.ts'
import type { Sales } from '#app/rules/resolve/rank-products.ts'
import type { Resolver } from '#app/rules/resolve/resolve.ts'
import type { Rule } from '#app/rules/rule.ts'
import { fillPlacement } from '#app/slots/fill-placements.ts'
import type { Sources } from '#app/slots/sources.ts'
import { pictured, type PicturedProduct } from '#app/wording/pictured.ts'

/** What a product page would show with one rule more. */
export interface RulePicture {
  readonly beside: PicturedProduct
  readonly cards: readonly (PicturedProduct & { readonly byThis: boolean })[]
}

export interface PicturedSources extends Sources {
  readonly sales: Sales
  readonly resolverWith: (rule: Rule) => Resolver
}

/** Pages that are looked at for one on which the rule shows something, the best sold first. */
const MOST_LOOKED_AT = 200

/**
 * What a page among `pages` (indexes) would show at once if the rule were active, as the production slot has it: the best-sold page on
 * which something of the rule's is seen, or where there is none the best-sold. Null without pages.
 */
export function pictureOf(rule: Rule, pages: readonly number[], sources: PicturedSources, mix: PlacementMix): RulePicture | null {
  const { catalog, sales } = sources
  const soldOf = (index: number) => sales.get(catalog.products[index]!.id) ?? 0
  const bestSold = [...pages].sort((a, b) => soldOf(b) - soldOf(a) || a - b).slice(0, MOST_LOOKED_AT)
  const withRule = { ...sources, resolver: sources.resolverWith({ ...rule, state: 'active' }) }
  let first: RulePicture | null = null
  for (const page of bestSold) {
    const { slot } = fillPlacement(page, 'product-page', mix, withRule)[0]!
    const cards = slot.kind === 'filled' ? slot.cards.slice(0, CARDS_AT_ONCE) : []
    const picture = {
      beside: pictured(catalog.products[page]!),
      cards: cards.map(({ product, reason }) => ({
        ...pictured(catalog.products[catalog.indexOf(product)!]!),
        byThis: reason.by === 'rule' && reason.rule === rule.id,
      })),
    }
    if (isSeenIn(picture)) return picture
    first ??= picture
  }
  return first
}

/** Whether a picture shows anything of its rule. */
export const isSeenIn = ({ cards }: RulePicture): boolean => cards.some(({ byThis }) => byThis)
