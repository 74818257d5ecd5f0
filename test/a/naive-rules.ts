import type { ProductId } from '#app/commerce/ids.ts'
import type { Product } from '#app/commerce/product.ts'
import type { When } from '#app/rules/conditions/condition.ts'
import type { Fact } from '#app/rules/conditions/kinds.ts'
import type { Moment } from '#app/rules/resolve/moment.ts'
import { NOW } from './shop.ts'

const DAY = 24 * 60 * 60 * 1000
const low = (text: unknown) => String(text).trim().toLowerCase()
const has = (names: readonly string[], name: unknown) => names.some((one) => low(one) === low(name))
const within = (number: number, { atLeast, atMost }: { atLeast: number | null; atMost: number | null }) =>
  !(atLeast !== null && number < atLeast) && !(atMost !== null && number > atMost)
const inDays = (day: string, { from, to }: { from: string | null; to: string | null }) => !(from && day < from) && !(to && day > to)

export const valuesIn = (product: Product, name: string) => product.metafields.find((field) => field.name === name)?.values ?? []
export const numberOf = (product: Product, name: string) => valuesIn(product, name).filter((value) => typeof value === 'number')[0]
/** A free sample is not what a product costs, unless all of it is free. */
export function lowestPrice({ variants }: Product): number {
  const prices = variants.map(({ price }) => price)
  const paid = prices.filter((price) => price > 0)
  return Math.min(...(paid.length > 0 ? paid : prices))
}
export const sizesOf = (product: Product, option: string) => {
  const at = product.options.map(low).indexOf(low(option))
  return at < 0 ? [] : product.variants.map((variant) => low(variant.options[at]))
}

/** What a condition means, written as plainly as possible and apart from what it tests. */
export function naively(when: When, product: Product, moment: Moment): boolean {
  if (when.kind === 'all') return when.of.every((part) => naively(part, product, moment))
  if (when.kind === 'any') return when.of.some((part) => naively(part, product, moment))
  if (when.kind === 'not') return !naively(when.of, product, moment)
  return factNaively(when, product, moment)
}

function factNaively(fact: Fact, product: Product, moment: Moment): boolean {
  const { cart, customer } = moment
  switch (fact.kind) {
    case 'product':
      return fact.ids.some((id: ProductId) => id === product.id)
    case 'collection':
      return product.collections.some((id) => fact.ids.includes(id))
    case 'tag':
      return product.tags.some((tag) => has(fact.names, tag))
    case 'type':
      return has(fact.names, product.type)
    case 'vendor':
      return has(fact.names, product.vendor)
    case 'category':
      return fact.names.some((name) => product.category !== null && `${low(product.category)} > `.startsWith(`${low(name)} > `))
    case 'price':
      return within(lowestPrice(product), fact)
    case 'on-sale': {
      const cuts = product.variants.flatMap(({ price, compareAt }) =>
        compareAt && compareAt > price ? 100 - (100 * price) / compareAt : [],
      )
      return cuts.length > 0 && within(Math.floor(Math.max(...cuts) + 1e-9), fact)
    }
    case 'metafield':
      return valuesIn(product, fact.name).some((value) => has(fact.names, value))
    case 'metafield-set':
      return valuesIn(product, fact.name).length > 0
    case 'metafield-number': {
      const number = numberOf(product, fact.name)
      return number !== undefined && within(number, fact)
    }
    case 'option':
      return sizesOf(product, fact.name).some((size) => has(fact.names, size))
    case 'stock': {
      const pieces = product.variants.map(({ stock }) => (stock === null ? Infinity : stock < 0 ? 0 : stock))
      return within(
        pieces.reduce((a, b) => a + b),
        fact,
      )
    }
    case 'new':
      return NOW - product.createdAt <= fact.days * DAY
    case 'created':
      // Vienna is one hour ahead of UTC in November, two until the 25th of October.
      return inDays(
        new Date(product.createdAt + (product.createdAt < Date.parse('2026-10-25T01:00:00Z') ? 2 : 1) * 3_600_000)
          .toISOString()
          .slice(0, 10),
        fact,
      )
    case 'cart-contains':
      return cart.lines.some((line) => naively(fact.of, line.product, moment))
    case 'cart-subtotal':
      return cart.subtotal !== null && within(cart.subtotal, fact)
    case 'cart-quantity':
      return within(
        cart.lines.map(({ quantity }) => quantity).reduce((a, b) => a + b, 0),
        fact,
      )
    case 'cart-lines':
      return within(cart.lines.length, fact)
    case 'delivery-not-free':
      return cart.toFreeDelivery !== undefined && cart.toFreeDelivery > 0
    case 'delivery-free':
      return cart.toFreeDelivery !== undefined && !(cart.toFreeDelivery > 0)
    case 'signed-in':
      return !!customer
    case 'customer-tag':
      return !!customer && customer.tags.some((tag) => has(fact.names, tag))
    case 'customer-orders':
      return !!customer && within(customer.orders, fact)
    case 'market':
      return moment.market !== null && has(fact.names, moment.market)
    case 'language':
      return has(fact.names, moment.language)
    case 'weekday':
      return fact.weekdays.some((day) => day === moment.weekday)
    case 'date':
      return inDays(moment.date, fact)
  }
}
