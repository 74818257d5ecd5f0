import type { Discount } from '../discounts/discount.ts'
import type { DeployedFunction } from '../discounts/function-host.ts'
import type { Market, MarketCatalog } from '../market.ts'
import type { Metaobject } from '../metaobject.ts'
import type { Collection, Customer, Order, OrderLine, Product, Refund, ShopFacts, Variant } from '../shop.ts'
import type { WebPixel } from '../web-pixels/app-pixel.ts'

export interface AppMetafield {
  readonly id: number
  /** Global id of the owner, such as `gid://shopify/Product/1`. */
  readonly ownerId: string
  readonly namespace: string
  readonly key: string
  readonly type: string
  readonly value: string
  readonly updatedAt: string
}

export interface ShopEvent {
  /** As webhooks name it: `orders/create`. */
  readonly topic: string
  /** The REST-shaped body that Shopify would send. */
  readonly payload: unknown
}

export interface NewOrderLine {
  readonly variantId: number
  readonly quantity: number
  readonly properties: Readonly<Record<string, string>>
  readonly discount?: OrderLine['discount']
}

export interface NewOrder {
  readonly customerId: number | null
  readonly lines: readonly NewOrderLine[]
  readonly attributes: Readonly<Record<string, string>>
  /** Where it is made, such as `pos`; absent: in the online store. */
  readonly channel?: string
  readonly presentment?: Order['presentment']
}

/** A merchant's edit of an order. */
export interface OrderEdit {
  /** What is wanted of a line from now on, by the line's id. */
  readonly quantities?: Readonly<Record<number, number>>
  readonly add?: readonly NewOrderLine[]
}

export interface NewRefund {
  /** How much comes back, by the line's id. */
  readonly lines: Readonly<Record<number, number>>
  /** Whether it goes back on the shelf; it does unless said otherwise. */
  readonly restock?: boolean
  /** What is given back beyond what comes back, or (below 0) withheld. */
  readonly beyond?: number
}

export interface Deletion {
  readonly kind: 'PRODUCT' | 'COLLECTION'
  readonly id: number
  readonly at: string
}

/**
 * One running shop: its world, what has changed since, and what apps have written to it. What happens in it stamps `updatedAt` and
 * tells listeners what Shopify's webhooks would tell. Whatever is named but not there throws an Error.
 */
export interface ShopState {
  readonly facts: ShopFacts
  readonly products: ReadonlyMap<number, Product>
  readonly productsByHandle: ReadonlyMap<string, Product>
  readonly variants: ReadonlyMap<number, { readonly product: Product; readonly variant: Variant }>
  readonly collections: ReadonlyMap<number, Collection>
  readonly collectionsByHandle: ReadonlyMap<string, Collection>
  readonly customers: ReadonlyMap<number, Customer>
  readonly orders: ReadonlyMap<number, Order>
  /** No webhook that the app may hear of tells of these: they are changed where they stand. */
  readonly markets: ReadonlyMap<number, Market>
  readonly marketCatalogs: ReadonlyMap<number, MarketCatalog>
  readonly metaobjects: ReadonlyMap<number, Metaobject>
  readonly metafields: MetafieldStore
  /** Automatic discounts by id, whoever made them. */
  readonly discounts: Map<number, Discount>
  /** What installed apps have deployed to run at every change of a cart, by handle, and what went wrong when it ran. */
  readonly functions: Map<string, DeployedFunction>
  readonly functionErrors: { readonly handle: string; readonly error: string; readonly at: string }[]
  readonly now: () => Date
  /** The published theme's JSON templates by file name (`templates/product.json`), in Shopify's own shape. */
  readonly themeFiles: Map<string, string>
  /** The app's web pixel, where it has made one. */
  pixel: WebPixel | undefined
  /** How often the app was installed here. */
  installations: number
  /** Products and collections that are no more, oldest first. */
  readonly deletions: Deletion[]
  /** Takes the stock, records the order: `orders/create`. */
  placeOrder(order: NewOrder): Order
  /** `orders/edited` and `orders/updated`; without an edit `orders/updated` alone, as for a note. Stock follows. */
  changeOrder(id: number, edit: OrderEdit): Order
  /** Everything back on the shelf: `orders/cancelled` and `orders/updated`. */
  cancelOrder(id: number): Order
  /** `refunds/create` and `orders/updated`. Throws where more comes back than there is. */
  refund(orderId: number, refund: NewRefund): Refund
  /** `orders/delete`, which says nothing but the id. */
  deleteOrder(id: number): void
  /** `products/create`. Throws where its id or handle is taken. */
  addProduct(product: Product): Product
  /** `products/update`, `inventory_levels/update` for every stock and `inventory_items/update` for every cost that changed. */
  changeProduct(id: number, change: (product: Product) => void): Product
  /** Out of every collection, its metafields gone: `products/delete`, which says nothing but the id. */
  deleteProduct(id: number): void
  addCollection(collection: Collection): Collection
  changeCollection(id: number, change: (collection: Collection) => void): Collection
  deleteCollection(id: number): void
  /** The orders of `goneId` become those of `keptId`: `customers/merge`. */
  mergeCustomers(keptId: number, goneId: number): void
  /** A customer asks what is known of them: `customers/data_request`. */
  requestCustomerData(customerId: number): void
  /** The customer's name, e-mail and phone are blanked, the id stays in the orders: `customers/redact`. */
  redactCustomer(customerId: number): void
  /** What Shopify sends 48 hours after the app was removed: `shop/redact`. */
  redactShop(): void
  /** Called with every event that a webhook could carry. Returns a function that stops listening. */
  onEvent(listener: (event: ShopEvent) => void): () => void
}

export interface MetafieldStore {
  /** `namespace` as stored, that is with `$app` already replaced by the app's own prefix. */
  get(ownerId: string, namespace: string, key: string): AppMetafield | undefined
  of(ownerId: string): readonly AppMetafield[]
  set(field: Omit<AppMetafield, 'id' | 'updatedAt'>): AppMetafield
  delete(ownerId: string, namespace: string, key: string): boolean
  /** Drops all of an owner that is no more, which is no change of it. */
  forget(ownerId: string): void
}
