import type { Collection, Customer, Order, Product, ShopFacts, Variant, World } from '../shop.ts'
import { inventoryItemBody, inventoryLevelBody } from './inventory-bodies.ts'
import { productBody } from './product-body.ts'

/** What stands behind a running shop: its things, which can be changed, and how it tells of changes. */
export interface ShopFloor {
  readonly facts: ShopFacts
  readonly products: Map<number, Product>
  readonly productsByHandle: Map<string, Product>
  readonly variants: Map<number, { readonly product: Product; readonly variant: Variant }>
  readonly collections: Map<number, Collection>
  readonly collectionsByHandle: Map<string, Collection>
  readonly customers: Map<number, Customer>
  readonly orders: Map<number, Order>
  /** Now, as an ISO time. */
  readonly time: () => string
  readonly tell: (topic: string, payload: unknown) => void
  /** Sets `updatedAt`, which only ever grows, even where the clock stands still or goes back. */
  readonly stamp: (thing: { updatedAt: string }) => void
  /** Stamps the product and tells of it. */
  readonly touch: (product: Product) => void
  /** Changes products and tells what that does to their stock and their costs, then that they changed. */
  readonly rework: (products: readonly Product[], change: () => void) => void
}

/** The world's goods are copied; its orders and customers are not, and so must be replaced rather than changed. */
export function openFloor(world: World, now: () => Date, tell: ShopFloor['tell']): ShopFloor {
  const { facts } = world
  const products = byId(structuredClone(world.products))
  const collections = byId(structuredClone(world.collections))
  const stamp = (thing: { updatedAt: string }): void => {
    thing.updatedAt = new Date(Math.max(now().getTime(), Date.parse(thing.updatedAt) + 1)).toISOString()
  }
  const touch = (product: Product): void => {
    stamp(product)
    tell('products/update', productBody(product, facts))
  }
  return {
    facts,
    products,
    productsByHandle: new Map([...products.values()].map((product) => [product.handle, product])),
    variants: new Map(
      [...products.values()].flatMap((product) => product.variants.map((variant) => [variant.id, { product, variant }] as const)),
    ),
    collections,
    collectionsByHandle: new Map([...collections.values()].map((collection) => [collection.handle, collection])),
    customers: byId(world.customers),
    orders: byId(world.orders),
    time: () => now().toISOString(),
    tell,
    stamp,
    touch,
    rework(changed, change) {
      const before = new Map(changed.flatMap(({ variants }) => variants.map((variant) => [variant.id, { ...variant }])))
      change()
      const at = now().toISOString()
      for (const product of changed) {
        for (const variant of product.variants) {
          const was = before.get(variant.id)
          if (!was) continue
          if (JSON.stringify(was) !== JSON.stringify(variant)) variant.updatedAt = at
          if (was.stock !== variant.stock && variant.stock !== null) tell('inventory_levels/update', inventoryLevelBody(variant, at, facts))
          if (was.cost !== variant.cost || was.sku !== variant.sku || (was.stock === null) !== (variant.stock === null))
            tell('inventory_items/update', inventoryItemBody(variant, at, facts))
        }
        touch(product)
      }
    },
  }
}

/** The thing of that id. Throws where there is none. */
export function known<T>(things: ReadonlyMap<number, T>, id: number, what: string): T {
  const thing = things.get(id)
  if (thing === undefined) throw new Error(`No ${what} ${id}`)
  return thing
}

export function byId<T extends { readonly id: number }>(things: readonly T[]): Map<number, T> {
  return new Map(things.map((thing) => [thing.id, thing]))
}
