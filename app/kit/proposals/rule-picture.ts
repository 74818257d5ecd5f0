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

/** Cards in a picture: what a page shows at once. */
const CARDS = 4

/** What the page of the best-sold product among `pages` (indexes) would show if the rule were active: the production slot. Null without pages. */
export function pictureOf(rule: Rule, pages: readonly number[], sources: PicturedSources, mix: PlacementMix): RulePicture | null {
  const { catalog, sales } = sources
  const soldOf = (index: number) => sales.get(catalog.products[index]!.id) ?? 0
  const page = pages.reduce<number | undefined>(
    (best, index) => (best === undefined || soldOf(index) > soldOf(best) ? index : best),
    undefined,
  )
  if (page === undefined) return null
  const slot = fillPlacement(page, 'product-page', mix, { ...sources, resolver: sources.resolverWith({ ...rule, state: 'active' }) })[0]!
    .slot
  const cards = slot.kind === 'filled' ? slot.cards.slice(0, CARDS) : []
  return {
    beside: pictured(catalog.products[page]!),
    cards: cards.map(({ product, reason }) => ({
      ...pictured(catalog.products[catalog.indexOf(product)!]!),
      byThis: reason.by === 'rule' && reason.rule === rule.id,
    })),
  }
}
