import { aProduct, aWorld } from '../../a/world.ts'
import type { Customer, Order, World } from '../../simulator/shop.ts'
import { customerRedactBody } from '../../simulator/state/customer-bodies.ts'
import { orderBody } from '../../simulator/state/order-body.ts'
import { luckOf } from '../../simulator/world/random.ts'

/** One thing that Shopify tells: always with the same event id, however often it is sent. */
export interface Told {
  readonly shop: string
  readonly topic: string
  readonly event: string
  readonly body: string
}

/** What must be held of an order when everything was told: what it is worth comparing as one text; null where it must be gone. */
export type Outcome = ReadonlyMap<number, string | null>

export interface Lives {
  readonly events: readonly Told[]
  /** By shop. */
  readonly outcomes: ReadonlyMap<string, Outcome>
}

const PRODUCTS = 50
const DAY = 86_400_000
/** How far an event may come from its place. */
const SHUFFLED_WITHIN = 500

export function soakedShop(name: string): World {
  const products = Array.from({ length: PRODUCTS }, (_, at) => aProduct({ id: at + 1, stock: null }))
  return aWorld({ facts: { domain: `${name}.myshopify.com`, handle: name }, products })
}

/**
 * So many events of the shops' orders, each of which is made, changed up to three times and perhaps cancelled, deleted or
 * redacted with its customer; in an order in which no shop would tell them. `first` is the first order's id.
 */
export function orderLives(worlds: readonly World[], count: number, first: number): Lives {
  const luck = luckOf(`lives from ${first}`)
  const outcomes = new Map(worlds.map(({ facts }) => [facts.domain, new Map<number, string | null>()]))
  const events: Told[] = []
  for (let id = first; events.length < count; id += 1) {
    const { facts, products } = worlds[id % worlds.length]!
    const shelves = {
      products: new Map(products.map((product) => [product.id, 1])),
      variants: new Map(products.map(({ id: of }) => [of * 10 + 1, 1])),
    }
    const customer = shopperOf(id)
    const tell = (topic: string, body: unknown) =>
      events.push({ shop: facts.domain, topic, event: `${topic}/${id}/${events.length}`, body: JSON.stringify(body) })
    const made = Date.now() - 30 * DAY + (id - first) * 1000
    let order = orderOf(id, made, luck)
    tell('orders/create', orderBody(order, customer, facts, shelves))
    for (let change = 1 + luck.below(3); change > 0 && events.length < count; change -= 1) {
      const cancelled = luck.below(8) === 0
      const updatedAt = new Date(Date.parse(order.updatedAt) + 61_000).toISOString()
      const lines = order.lines.map((line) => ({ ...line, currentQuantity: cancelled ? 0 : luck.below(line.quantity + 1) }))
      order = { ...order, lines, updatedAt, cancelledAt: cancelled ? updatedAt : order.cancelledAt }
      tell(cancelled ? 'orders/cancelled' : 'orders/updated', orderBody(order, customer, facts, shelves))
    }
    let outcome: string | null = textOf(order)
    if (id % 40 === 0 && events.length < count) {
      tell('orders/delete', { id })
      outcome = null
    } else if (id % 97 === 0 && events.length < count) {
      tell('customers/redact', customerRedactBody(customer, [id], facts))
      outcome = null
    }
    outcomes.get(facts.domain)!.set(id, outcome)
  }
  for (let at = 0; at < events.length; at += 1) {
    const other = Math.min(events.length - 1, at + luck.below(SHUFFLED_WITHIN))
    ;[events[at], events[other]] = [events[other]!, events[at]!]
  }
  return { events, outcomes }
}

/** An order as one text: when it last changed, whether it stands, whose it is, and its lines. */
function textOf({ updatedAt, cancelledAt, customerId, lines }: Order): string {
  const seconds = (iso: string) => Math.floor(Date.parse(iso) / 1000)
  const parts = lines.toSorted((a, b) => a.id - b.id).map((line) => `${line.id}:${line.productId}:${line.quantity}:${line.currentQuantity}`)
  return [seconds(updatedAt), cancelledAt !== null, customerId, ...parts].join(' ')
}

function orderOf(id: number, at: number, luck: ReturnType<typeof luckOf>): Order {
  const createdAt = new Date(at).toISOString()
  const lines = Array.from({ length: 1 + luck.below(4) }, (_, place) => {
    const product = 1 + luck.below(PRODUCTS)
    return {
      id: id * 10 + place,
      productId: product,
      variantId: product * 10 + 1,
      title: `Product ${product}`,
      variantTitle: 'Default Title',
      quantity: 3,
      currentQuantity: 3,
      price: 1250,
      properties: {},
    }
  })
  return {
    id,
    name: `#${1000 + id}`,
    createdAt,
    updatedAt: createdAt,
    cancelledAt: null,
    customerId: shopperOf(id).id,
    lines,
    attributes: {},
  }
}

/** Each order has a customer of its own. */
const shopperOf = (order: number): Customer => ({
  id: 5_000_000_000 + order,
  firstName: 'Ada',
  lastName: 'Sample',
  email: 'ada@example.com',
  phone: '+15555550100',
})
