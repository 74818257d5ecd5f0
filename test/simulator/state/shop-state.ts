import type { Collection, Customer, Order, Product, ShopFacts, Variant } from '../shop.ts'

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
}

export interface NewOrder {
  readonly customerId: number | null
  readonly lines: readonly NewOrderLine[]
  readonly attributes: Readonly<Record<string, string>>
}

/** One running shop: its world, what has changed since, and what apps have written to it. */
export interface ShopState {
  readonly facts: ShopFacts
  readonly products: ReadonlyMap<number, Product>
  readonly productsByHandle: ReadonlyMap<string, Product>
  readonly variants: ReadonlyMap<number, { readonly product: Product; readonly variant: Variant }>
  readonly collections: ReadonlyMap<number, Collection>
  readonly collectionsByHandle: ReadonlyMap<string, Collection>
  readonly customers: ReadonlyMap<number, Customer>
  readonly orders: ReadonlyMap<number, Order>
  readonly metafields: MetafieldStore
  /** The published theme's JSON templates by file name (`templates/product.json`), in Shopify's own shape. */
  readonly themeFiles: Map<string, string>
  /** Takes the stock, records the order, tells listeners. */
  placeOrder(order: NewOrder): Order
  /** Changes the product, stamps `updatedAt`, tells listeners. */
  changeProduct(id: number, change: (product: Product) => void): Product
  /** Changes the collection, stamps `updatedAt`, tells listeners. */
  changeCollection(id: number, change: (collection: Collection) => void): Collection
  /** Called with every event that a webhook could carry. Returns a function that stops listening. */
  onEvent(listener: (event: ShopEvent) => void): () => void
}

export interface MetafieldStore {
  /** `namespace` as stored, that is with `$app` already replaced by the app's own prefix. */
  get(ownerId: string, namespace: string, key: string): AppMetafield | undefined
  of(ownerId: string): readonly AppMetafield[]
  set(field: Omit<AppMetafield, 'id' | 'updatedAt'>): AppMetafield
  delete(ownerId: string, namespace: string, key: string): boolean
}
