import type { Catalog } from '#app/catalog/catalog.ts'
import type { Condition } from './conditions/condition.ts'
import type { Rule } from './rule.ts'

/** A product or collection that a rule names, with its title as it is now. */
export interface Mention {
  readonly kind: 'product' | 'collection'
  readonly id: number
  readonly title: string
}

/** The products and collections that a rule names by id; those that are gone are left out. */
export function mentionsOf({ when, offer }: Pick<Rule, 'when' | 'offer'>, catalog: Catalog): Mention[] {
  return [when, offer.where, ...(offer.except ? [offer.except] : [])].flatMap((condition) => mentionsIn(condition, catalog))
}

export function mentionsIn(condition: Condition, catalog: Catalog): Mention[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => mentionsIn(part, catalog))
    case 'not':
      return mentionsIn(condition.of, catalog)
    case 'product':
      return condition.ids.flatMap((id) => {
        const at = catalog.indexOf(id)
        return at === undefined ? [] : [{ kind: 'product' as const, id, title: catalog.products[at]!.title }]
      })
    case 'collection':
      return condition.ids
        .flatMap((id) => catalog.collections.get(id) ?? [])
        .map(({ id, title }) => ({ kind: 'collection' as const, id, title }))
    case 'tag':
    case 'type':
    case 'vendor':
    case 'price':
      return []
  }
}
