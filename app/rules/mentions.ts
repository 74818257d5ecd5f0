import type { Catalog } from '#app/catalog/catalog.ts'
import type { When } from './conditions/condition.ts'
import type { Fact } from './conditions/kinds.ts'
import { factsIn } from './conditions/tree.ts'
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

export function mentionsIn(condition: When, catalog: Catalog): Mention[] {
  return factsIn<Fact>(condition).flatMap((fact) => {
    if (fact.kind === 'product')
      return fact.ids.flatMap((id) => {
        const at = catalog.indexOf(id)
        return at === undefined ? [] : [{ kind: 'product' as const, id, title: catalog.products[at]!.title }]
      })
    if (fact.kind === 'collection')
      return fact.ids
        .flatMap((id) => catalog.collections.get(id) ?? [])
        .map(({ id, title }) => ({ kind: 'collection' as const, id, title }))
    return fact.kind === 'cart-contains' ? mentionsIn(fact.of, catalog) : []
  })
}
