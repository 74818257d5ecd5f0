import type { Collection, Product, World } from '../shop.ts'
import { collectionBody } from './collection-body.ts'
import { openMetafields } from './open-metafields.ts'
import { orderBody } from './order-body.ts'
import { productBody } from './product-body.ts'
import type { ShopEvent, ShopState } from './shop-state.ts'
import { takeOrder } from './take-order.ts'

/** A running shop on a copy of the world's goods; the world itself stays as it was. `now` is the shop's clock. */
export function openShop(world: World, now: () => Date = () => new Date()): ShopState {
  const { facts } = world
  const products = byId(structuredClone(world.products))
  const collections = byId(structuredClone(world.collections))
  const customers = byId(world.customers)
  const orders = byId(world.orders)
  const variants = new Map(
    [...products.values()].flatMap((product) => product.variants.map((variant) => [variant.id, { product, variant }] as const)),
  )

  const listeners = new Set<(event: ShopEvent) => void>()
  const tell = (topic: string, payload: unknown): void => listeners.forEach((listener) => listener({ topic, payload }))

  /** `updatedAt` of a thing only ever grows, even where the clock stands still. */
  const stamp = (thing: { updatedAt: string }): void => {
    thing.updatedAt = new Date(Math.max(now().getTime(), Date.parse(thing.updatedAt) + 1)).toISOString()
  }
  const touchProduct = (product: Product): void => {
    stamp(product)
    tell('products/update', productBody(product, facts))
  }

  let lastOrderId = highest(
    world.orders.map(({ id }) => id),
    6_000_000_000,
  )
  let lastOrderNumber = highest(
    world.orders.map(({ name }) => Number(name.replace(/\D/g, ''))),
    20_000,
  )
  let lastLineId = highest(
    world.orders.flatMap(({ lines }) => lines.map(({ id }) => id)),
    15_000_000_000,
  )

  const shop: ShopState = {
    facts,
    products,
    productsByHandle: new Map([...products.values()].map((product) => [product.handle, product])),
    variants,
    collections,
    collectionsByHandle: new Map([...collections.values()].map((collection) => [collection.handle, collection])),
    customers,
    orders,
    themeFiles: new Map(),
    metafields: openMetafields(now, (ownerId) => {
      const product = products.get(Number(/^gid:\/\/shopify\/Product\/(\d+)$/.exec(ownerId)?.[1]))
      if (product) touchProduct(product)
    }),
    placeOrder(wanted) {
      const numbers = { id: lastOrderId + 1, name: `#${lastOrderNumber + 1}`, line: () => ++lastLineId }
      const order = takeOrder(shop, wanted, now().toISOString(), numbers)
      lastOrderId += 1
      lastOrderNumber += 1
      orders.set(order.id, order)
      tell('orders/create', orderBody(order, order.customerId === null ? null : (customers.get(order.customerId) ?? null), facts))
      // A sale changes the stock, and a change of stock is a change of the product.
      for (const id of new Set(order.lines.map(({ productId }) => productId))) touchProduct(products.get(id)!)
      return order
    },
    changeProduct(id, change) {
      const product = known(products, id, 'product')
      change(product)
      for (const variant of product.variants) variants.set(variant.id, { product, variant })
      touchProduct(product)
      return product
    },
    changeCollection(id, change): Collection {
      const collection = known(collections, id, 'collection')
      change(collection)
      stamp(collection)
      tell('collections/update', collectionBody(collection, facts))
      return collection
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return shop
}

function byId<T extends { readonly id: number }>(things: readonly T[]): Map<number, T> {
  return new Map(things.map((thing) => [thing.id, thing]))
}

function highest(numbers: readonly number[], floor: number): number {
  return numbers.reduce((most, number) => (number > most ? number : most), floor)
}

function known<T>(things: ReadonlyMap<number, T>, id: number, what: string): T {
  const thing = things.get(id)
  if (thing === undefined) throw new Error(`No ${what} ${id}`)
  return thing
}
