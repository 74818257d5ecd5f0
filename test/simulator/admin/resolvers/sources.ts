import type { AppConfig } from '../app-config.ts'
import type { Metaobject } from '../../metaobject.ts'
import type { Collection, Customer, Order, Picture, Product, ShopFacts, Variant } from '../../shop.ts'
import type { AppMetafield } from '../../state/shop-state.ts'
import type { Ask } from '../ask.ts'
import type { Definition } from '../definitions.ts'
import { readGlobalId } from '../global-id.ts'
import type { Installation } from '../installation.ts'
import { asType } from '../type-name.ts'

export interface SoldVariant {
  readonly product: Product
  readonly variant: Variant
}

export interface ShownPicture {
  readonly product: Product
  readonly picture: Picture
}

/** How far back an app sees orders without `read_all_orders`. */
const WINDOW_IN_DAYS = 60

export function productSource(ask: Ask, id: number | undefined): Product | null {
  return named('Product', ask.shop.products, id)
}

export function variantSource(ask: Ask, id: number | undefined): SoldVariant | null {
  return named('ProductVariant', ask.shop.variants, id)
}

export function collectionSource(ask: Ask, id: number | undefined): Collection | null {
  return named('Collection', ask.shop.collections, id)
}

export function metaobjectSource(ask: Ask, id: number | undefined): Metaobject | null {
  return named('Metaobject', ask.shop.metaobjects, id)
}

export function customerSource(ask: Ask, id: number | undefined): Customer | null {
  return named('Customer', ask.shop.customers, id)
}

/** Null as well for an order that the app is not allowed to see any more. */
export function orderSource(ask: Ask, id: number | undefined): Order | null {
  const order = named('Order', ask.shop.orders, id)
  const visible =
    order && (ask.scopes.has('read_all_orders') || Date.parse(order.createdAt) >= ask.now.getTime() - WINDOW_IN_DAYS * 86_400_000)
  return visible ? order : null
}

export function shopSource(ask: Ask): ShopFacts {
  return asType('Shop', ask.shop.facts)
}

export function installationSource(ask: Ask): Installation {
  return asType('AppInstallation', ask.installation)
}

export function appSource(ask: Ask): AppConfig {
  return asType('App', ask.installation.app)
}

export function pictureSource(product: Product): ShownPicture | null {
  return product.picture && asType('MediaImage', { product, picture: product.picture })
}

export function definitionSource(definition: Definition): Definition {
  return asType('MetafieldDefinition', definition)
}

/** Every metafield of an owner: the app's own, and the merchant's where it is a product. */
export function metafieldsOf(ask: Ask, ownerId: string): readonly AppMetafield[] {
  const owner = readGlobalId(ownerId)
  const product = owner?.type === 'Product' ? ask.shop.products.get(owner.number) : undefined
  const merchants = (product?.metafields ?? []).map((field, at): AppMetafield => ({
    ...field,
    id: product!.id * 100 + at,
    ownerId,
    updatedAt: product!.createdAt,
  }))
  return [...merchants, ...ask.shop.metafields.of(ownerId)].map((field) => asType('Metafield', field))
}

export function variantsOf(product: Product, ask: Ask): SoldVariant[] {
  return product.variants.map(({ id }) => variantSource(ask, id)).filter((variant) => variant !== null)
}

function named<T extends object>(type: string, things: ReadonlyMap<number, T>, id: number | undefined): T | null {
  const found = id === undefined ? undefined : things.get(id)
  return found ? asType(type, found) : null
}
