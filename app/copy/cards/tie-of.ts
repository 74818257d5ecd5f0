import { metafieldOf } from '#app/commerce/metafield.ts'
import type { Product } from '#app/commerce/product.ts'
import { foldValue } from '#app/rules/conditions/kind.ts'
import type { Join } from '#app/rules/joins/joins.ts'
import type { Facet } from '../facts/facet.ts'
import { facetOfName } from '../facts/facet.ts'
import { sayable } from '../facts/facts-of.ts'

/** What two products have in common, as the first of them writes it. */
export interface Tie {
  readonly facet: Exclude<Facet, 'price'>
  readonly value: string
}

/**
 * What a join says of the product on a card and the one beside which it stands; undefined where that can be said in no sentence: it is about
 * no facet, or about one each, several values are the same, or the value is a bare number.
 */
export function tieOf(join: Join, beside: Product, card: Product): Tie | undefined {
  switch (join.kind) {
    case 'metafield': {
      const facet = facetOfBoth(join.trigger, join.offered)
      const has = new Set(metafieldOf(card, join.offered).map(foldValue))
      return onlyOf(
        facet,
        metafieldOf(beside, join.trigger).filter((value) => has.has(foldValue(value))),
      )
    }
    case 'same-option': {
      const [one, other] = [optionOf(beside, join.option), optionOf(card, join.option)]
      // What shoppers choose among says nothing.
      return one !== undefined && other !== undefined && foldValue(one) === foldValue(other)
        ? onlyOf(facetOfBoth(join.option, join.option), [one])
        : undefined
    }
    case 'same-vendor':
      return onlyOf('make', [beside.vendor])
    case 'fits':
    case 'same-collection':
    case 'same-type':
    case 'same-tag':
    case 'price-share':
      return undefined
    default:
      return join satisfies never
  }
}

/** The facet that either name speaks of; undefined where they speak of two. */
function facetOfBoth(trigger: string, offered: string): Tie['facet'] | undefined {
  const [one, other] = [facetOfName(trigger), facetOfName(offered)]
  const facet = one ?? other
  return facet === (other ?? one) && facet !== 'price' ? facet : undefined
}

function onlyOf(facet: Tie['facet'] | undefined, values: readonly (string | number | boolean)[]): Tie | undefined {
  const value = values.length === 1 ? sayable(values[0]!) : undefined
  return facet && value !== undefined ? { facet, value } : undefined
}

/** The value of an option that has no other. */
function optionOf({ options, variants }: Product, name: string): string | undefined {
  const at = options.findIndex((option) => foldValue(option) === foldValue(name))
  const values = new Set(variants.map((variant) => variant.options[at] ?? ''))
  return at >= 0 && values.size === 1 ? [...values][0] : undefined
}
