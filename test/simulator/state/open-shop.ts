import { discountedOrder } from '../discounts/discounted-order.ts'
import type { World } from '../shop.ts'
import { takeAppsMetafields } from './apps-metafields.ts'
import { catalogLife } from './catalog-life.ts'
import { customerLife } from './customer-life.ts'
import { openMetafields } from './open-metafields.ts'
import { orderLife } from './order-life.ts'
import { byId, openFloor } from './shop-floor.ts'
import type { ShopEvent, ShopState } from './shop-state.ts'

/** A running shop on a copy of the world's goods; the world itself stays as it was. `now` is the shop's clock. */
export function openShop(world: World, now: () => Date = () => new Date()): ShopState {
  const listeners = new Set<(event: ShopEvent) => void>()
  const tell = (topic: string, payload: unknown): void => listeners.forEach((listener) => listener({ topic, payload }))
  const floor = openFloor(world, now, tell)
  const { facts, products, productsByHandle, variants, collections, collectionsByHandle, customers, orders } = floor
  const told = (ownerId: string): void => {
    const product = products.get(Number(/^gid:\/\/shopify\/Product\/(\d+)$/.exec(ownerId)?.[1]))
    if (product) floor.touch(product)
  }
  const metafields = openMetafields(now, told, takeAppsMetafields(products.values()))
  const life = orderLife(floor)
  const shop: ShopState = {
    ...{ facts, products, productsByHandle, variants, collections, collectionsByHandle, customers, orders, metafields },
    markets: byId(structuredClone(world.markets ?? [])),
    marketCatalogs: byId(structuredClone(world.marketCatalogs ?? [])),
    metaobjects: byId(structuredClone(world.metaobjects ?? [])),
    discounts: new Map(),
    functions: new Map(),
    functionErrors: [],
    now,
    themeFiles: new Map(),
    pixel: undefined,
    installations: 0,
    ...life,
    placeOrder: (wanted) => life.placeOrder(discountedOrder(shop, wanted)),
    ...catalogLife(floor, metafields),
    ...customerLife(floor),
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return shop
}
