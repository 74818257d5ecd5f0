import type { Catalog } from '#app/catalog/catalog.ts'
import { whyIneligible } from '#app/catalog/eligible.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Bounds } from '#app/rules/bounds.ts'
import type { Condition } from '#app/rules/conditions/condition.ts'
import type { Join } from '#app/rules/joins/joins.ts'
import type { NeverTogether } from '#app/rules/never-together.ts'
import type { Moment } from '#app/rules/resolve/moment.ts'
import type { Evidence } from '#app/rules/resolve/resolve.ts'
import type { Rule } from '#app/rules/rule.ts'
import { lowestPrice, naively, numberOf, sizesOf, valuesIn } from './naive-rules.ts'

const low = (text: unknown) => String(text).trim().toLowerCase()
const share = (a: readonly unknown[], b: readonly unknown[]) => a.some((one) => low(one) !== '' && b.map(low).includes(low(one)))

/** What rules offer beside a product at a moment: ids and packs, written as plainly as possible. */
export function naiveOffers(
  beside: Product,
  rules: readonly Rule[],
  { products }: Catalog,
  evidence: Evidence,
  { exclusion, neverTogether }: Bounds,
  moment: Moment,
): { id: number; rule: string; packs: number }[] {
  const place = (rule: Rule) => [rule.fallback ? 1 : 0, rule.priority, rule.id] as const
  const inOrder = rules
    .filter((rule) => rule.state === 'active')
    .toSorted((a, b) => (place(a).join() === place(b).join() ? 0 : lessOf(place(a), place(b)) ? -1 : 1))
  const found: { id: number; rule: string; packs: number }[] = []
  for (const rule of inOrder) {
    const { offer } = rule
    // On a product's page no rule takes its place or gives a gift.
    if (offer.instead || offer.discount?.kind === 'gift') continue
    if (!naively(rule.when, beside, moment) || (rule.fallback && found.length > 0)) continue
    const fit = products.filter(
      (product) =>
        product !== beside &&
        whyIneligible(product) === undefined &&
        naively(offer.where, product, moment) &&
        !(exclusion && naively(exclusion, product, moment)) &&
        !neverTogether.some((pair) => isParted(pair, beside, product, moment)) &&
        !(offer.except && naively(offer.except, product, moment)) &&
        offer.joins.every((join) => isJoined(join, beside, product)),
    )
    const chosen = offerInOrder(fit, rule, beside, evidence)
    for (const one of chosen) if (!found.some(({ id }) => id === one.id)) found.push({ ...one, rule: rule.id })
    if (rule.stop && chosen.length > 0) break
  }
  return found
}

export function isParted({ one, other }: NeverTogether, a: Product, b: Product, moment: Moment): boolean {
  const split = (first: Product, second: Product) => naively(one, first, moment) && naively(other, second, moment)
  return split(a, b) || split(b, a)
}

function offerInOrder(fit: Product[], { offer }: Rule, beside: Product, { sales, companions }: Evidence) {
  const named = namedIn(offer.where)
  const bought = companions(beside.id).map(({ product }) => product)
  const place = (list: readonly number[], id: number) => (list.includes(id) ? list.indexOf(id) : Infinity)
  const margin = ({ variants }: Product) =>
    Math.min(...variants.flatMap(({ price, cost }) => (cost === null ? [] : [price - cost])), Infinity)
  const sold = (product: Product) => -(sales.get(product.id) ?? 0)
  const rank = (product: Product): number[] => {
    switch (offer.sort) {
      case 'picked':
        return [place(named, product.id)]
      case 'bought-together':
        return [place(bought, product.id), sold(product)]
      case 'best-selling':
        return [sold(product)]
      case 'margin':
        return [margin(product) === Infinity ? Infinity : -margin(product)]
      case 'lowest-price':
        return [lowestPrice(product)]
      case 'highest-price':
        return [-lowestPrice(product)]
      case 'newest':
        return [-product.createdAt]
    }
  }
  const sorted = fit.toSorted((a, b) => (lessOf([...rank(a), a.id], [...rank(b), b.id]) ? -1 : 1))
  const takes = offer.need ? numberOf(beside, offer.need.takes) : undefined
  if (!offer.need || !takes) return sorted.slice(0, offer.most).map(({ id }) => ({ id, packs: 1 }))
  const { holds } = offer.need
  const packs = (product: Product) => Math.ceil(takes / numberOf(product, holds)!)
  const able = sorted.filter((product) => numberOf(product, holds))
  const fewest = Math.min(...able.map(packs))
  const smallest = Math.min(...able.filter((product) => packs(product) === fewest).map((product) => numberOf(product, holds)!))
  const best = able.filter((product) => packs(product) === fewest && numberOf(product, holds) === smallest)
  return best.slice(0, offer.most).map((product) => ({ id: product.id, packs: packs(product) }))
}

function isJoined(join: Join, beside: Product, product: Product): boolean {
  switch (join.kind) {
    case 'same-collection':
      return share(beside.collections, product.collections)
    case 'same-vendor':
      return share([beside.vendor], [product.vendor])
    case 'same-type':
      return share([beside.type], [product.type])
    case 'same-tag':
      return share(
        beside.tags.filter((tag) => low(tag).startsWith(low(join.prefix))),
        product.tags,
      )
    case 'metafield':
      return share(valuesIn(beside, join.trigger), valuesIn(product, join.offered))
    case 'same-option':
      return share(sizesOf(beside, join.option), sizesOf(product, join.option))
    case 'price-share':
      return lowestPrice(product) <= (lowestPrice(beside) * join.percent) / 100
    case 'fits': {
      const [given, from, to] = [numberOf(beside, join.trigger), numberOf(product, join.low), numberOf(product, join.high)]
      if (given === undefined || (from === undefined && to === undefined)) return false
      return !(from !== undefined && given < from) && !(to !== undefined && given > to)
    }
  }
}

function namedIn(condition: Condition): number[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(namedIn)
  if (condition.kind === 'not') return namedIn(condition.of)
  return condition.kind === 'product' ? [...condition.ids] : []
}

function lessOf(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  const at = a.findIndex((one, index) => one !== b[index])
  return at >= 0 && a[at]! < b[at]!
}
