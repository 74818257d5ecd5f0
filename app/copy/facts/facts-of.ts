import type { ProductId } from '#app/commerce/ids.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Stated } from '#app/commerce/stated.ts'
import { LONGEST_VALUE, type ProductFact } from './fact.ts'
import { facetOfName, FACETS, type Facet } from './facet.ts'
import type { PriceClasses } from './price-classes.ts'
import { says } from './says.ts'

/** What a person has said to be true of a product, this person and then (milliseconds). */
export interface ConfirmedFact {
  readonly product: ProductId
  readonly facet: Facet
  readonly value: string
  readonly by: string
  readonly at: number
}

/**
 * What is true of a product, at most one fact of each facet, in the order of `FACETS`. What a person has confirmed of it goes before what is
 * written; a metafield before an option before the description, the first by name of several. What has several values, or is an address, a
 * date or prose, is left out: nobody could say it in passing. So is what a description states of something that shoppers choose among.
 */
export function factsOf(
  product: Product,
  prices: PriceClasses,
  {
    confirmed = [],
    stated = [],
  }: { readonly confirmed?: readonly ConfirmedFact[] | undefined; readonly stated?: readonly Stated[] | undefined } = {},
): readonly ProductFact[] {
  const facts = new Map<Facet, ProductFact>()
  const take = (fact: ProductFact) => {
    if (!facts.has(fact.facet)) facts.set(fact.facet, fact)
  }
  for (const { facet, value, by, at } of confirmed) take({ id: `person:${facet}`, facet, value, source: { kind: 'person', by, at } })
  for (const { name, values } of product.metafields) {
    const [facet, value] = [facetOfName(name), values.length === 1 ? sayable(values[0]!) : undefined]
    if (facet && value) take({ id: `metafield:${name}`, facet, value, source: { kind: 'metafield', name } })
  }
  const chosen = new Set<Facet>()
  for (const [at, name] of product.options.entries()) {
    const facet = facetOfName(name)
    const values = new Set(product.variants.map(({ options }) => options[at]))
    const value = values.size === 1 ? sayable([...values][0] ?? '') : undefined
    if (facet && values.size > 1) chosen.add(facet)
    if (facet && value) take({ id: `option:${name}`, facet, value, source: { kind: 'option', name } })
  }
  for (const { name, value: words } of stated) {
    const [facet, value] = [facetOfName(name), says(words) ? sayable(words) : undefined]
    if (facet && value && !chosen.has(facet)) take({ id: `description:${name}`, facet, value, source: { kind: 'description', name } })
  }
  const price = prices.of(product)
  if (price) take({ id: 'price', facet: 'price', value: price.value, source: { kind: 'price', among: price.among } })
  const vendor = sayable(product.vendor)
  if (vendor) take({ id: 'vendor', facet: 'make', value: vendor, source: { kind: 'vendor' } })
  return FACETS.flatMap((facet) => facts.get(facet) ?? [])
}

/** The value as it can stand in a sentence; undefined where it cannot. */
export function sayable(value: string | number | boolean): string | undefined {
  // A number that comes without its unit says nothing: “Fits 13.3”.
  if (typeof value !== 'string') return undefined
  const text = value.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  const isPlain =
    text !== '' && text.length <= LONGEST_VALUE && !/[<>{}\[\]|\\]|:\/\/|[.!?…] |[.!?…]$|^\d{4}-\d\d-\d\d|\p{C}|^#/u.test(text)
  return isPlain ? text : undefined
}
