import type { RuleId } from '#app/commerce/ids.ts'
import type { Rule } from '#app/rules/rule.ts'
import { aRule, ofType } from '../../a/rule.ts'
import { aProduct, aWorld } from '../../a/world.ts'
import type { World } from '../../simulator/shop.ts'

/** As many types as rules: each rule is about the products of one. */
const TYPES = 50
const MOST = 4

export const gidOf = (product: number): string => `gid://shopify/Product/${product}`
const typeOf = (product: number): number => product % TYPES

/** So many products, numbered from 1, each dearer than the one before: beside every one a rule offers something. */
export function madeUpShop(products: number): World {
  const made = Array.from({ length: products }, (_, at) =>
    aProduct({ id: at + 1, productType: `Type ${typeOf(at + 1)}`, price: 1_000 + at, stock: null }),
  )
  return aWorld({ facts: { domain: 'published.myshopify.com', handle: 'published' }, products: made })
}

/** Beside each product of a type the cheapest of the next one. */
export function madeUpRules(): Rule[] {
  return Array.from({ length: TYPES }, (_, type) =>
    aRule({
      id: `rule-${type}` as RuleId,
      name: `Beside type ${type}`,
      when: ofType(`Type ${type}`),
      where: ofType(`Type ${(type + 1) % TYPES}`),
      sort: 'lowest-price',
      most: MOST,
    }),
  )
}

/** A rule that offers one product fewer than before, and the products that this touches. */
export function oneChanged(products: number): { readonly rule: Rule; readonly touched: readonly number[] } {
  const [first] = madeUpRules()
  const touched = Array.from({ length: products }, (_, at) => at + 1).filter((product) => typeOf(product) === 0)
  return { rule: { ...first!, offer: { ...first!.offer, most: MOST - 1 } }, touched }
}

/** What is to stand beside a product, as its metafield says it: reckoned from the numbers alone. */
export function offersBeside(product: number, products: number, isChanged: boolean): string {
  const next = (typeOf(product) + 1) % TYPES
  const most = isChanged && typeOf(product) === 0 ? MOST - 1 : MOST
  const cheapest = Array.from({ length: most }, (_, at) => (next === 0 ? TYPES : next) + at * TYPES)
  return JSON.stringify(cheapest.filter((one) => one <= products).map(gidOf))
}
