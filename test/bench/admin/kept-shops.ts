import type { Rule } from '#app/rules/rule.ts'
import { aCollection, aCustomer, anOrder, aProduct, aWorld } from '../../a/world.ts'
import type { World } from '../../simulator/shop.ts'

/** Products of one type, besides which the rules of the next one are. */
const OF_A_TYPE = 40
const ORDERS = 2_000
const DAY = 24 * 60 * 60 * 1_000

/** A shop of so many products in types of forty, with orders of the last year in which neighbours were bought together. */
export function shopOf(name: string, count: number, now: Date): World {
  const products = Array.from({ length: count }, (_, at) =>
    aProduct({
      id: at + 1,
      title: `${typeAt(at)}, the number ${at + 1} of them`,
      productType: typeAt(at),
      price: 500 + (at % 97) * 25,
      tags: [`tag ${at % 30}`],
    }),
  )
  return aWorld({
    facts: { domain: `${name}.myshopify.com`, handle: name, name },
    products,
    collections: [aCollection({ of: products.slice(0, 50) })],
    customers: [aCustomer()],
    orders: Array.from({ length: ORDERS }, (_, at) => {
      const first = (at * 7) % count
      const createdAt = new Date(now.getTime() - ((at % 360) + 1) * DAY).toISOString()
      return anOrder({ id: at + 1, createdAt, customerId: 1, of: [products[first]!, products[(first + OF_A_TYPE) % count]!] })
    }),
  })
}

/** So many rules, each from one type to the next. */
export function rulesOf(products: number, count: number): Rule[] {
  const types = Math.ceil(products / OF_A_TYPE)
  return Array.from({ length: count }, (_, at) => ({
    id: `rule-${at}`,
    name: `Rule ${at + 1}`,
    state: 'active',
    priority: at + 1,
    when: { kind: 'all', of: [{ kind: 'type', names: [typeAt((at % types) * OF_A_TYPE)] }] },
    offer: {
      where: { kind: 'all', of: [{ kind: 'type', names: [typeAt(((at + 1) % types) * OF_A_TYPE)] }] },
      joins: [],
      except: null,
      sort: 'best-selling',
      most: 4,
      need: null,
    },
    stop: false,
    fallback: false,
  })) as unknown as Rule[]
}

const typeAt = (at: number) => `Goods of the kind ${Math.floor(at / OF_A_TYPE) + 1}`
