import type { Market, MarketCatalog } from './market.ts'
import type { Metaobject } from './metaobject.ts'

/**
 * The nouns of the pretend shop. Money is a whole number of minor units (cents) of the shop's currency; ids are the
 * numbers at the end of Shopify's global ids; times are ISO 8601 in UTC.
 */
export interface ShopFacts {
  readonly domain: string
  /** The first label of the domain; also its name under `*.localhost`. */
  readonly handle: string
  readonly name: string
  readonly currency: string
  readonly moneyFormat: string
  readonly timezone: string
  /** The handle of the market that visits belong to; `primary` where absent. */
  readonly market?: string
  readonly plan: string
}

export interface Picture {
  /** Path on the shop's own host, such as `/cdn/products/robot-dog.svg`. */
  readonly path: string
  readonly alt: string
  readonly width: number
  readonly height: number
}

export interface MerchantMetafield {
  readonly namespace: string
  readonly key: string
  readonly type: string
  readonly value: string
}

/** 150 g at a reference of 100 g, say. */
export interface UnitPrice {
  readonly quantity: number
  readonly quantityUnit: string
  readonly reference: number
  readonly referenceUnit: string
}

export interface Variant {
  readonly id: number
  readonly title: string
  readonly sku: string
  /** One value for each of the product's options, in their order. */
  readonly options: readonly string[]
  price: number
  compareAtPrice: number | null
  /** Null where the shop does not track stock. */
  stock: number | null
  /** Sells although the stock is used up. */
  readonly continueSelling: boolean
  /** What one costs the merchant; absent where that was never entered. */
  cost?: number
  readonly inventoryItemId: number
  /** What a unit of it costs, where the merchant says it. */
  readonly unitPrice?: UnitPrice
  /** How many of it can be bought at once; any number where absent. */
  readonly quantityRule?: { readonly min: number; readonly max: number | null; readonly increment: number }
  /** When anything of itself was last changed; absent: as it was made. */
  updatedAt?: string
}

/** How a product can be had again and again, as a subscription app has set it up. */
export interface SellingPlan {
  readonly id: number
  readonly name: string
  /** Off each delivery, in percent. */
  readonly percent: number
  /** It delivers once, as a pre-order does. */
  readonly isOnce?: true
}

export interface Product {
  readonly id: number
  readonly handle: string
  title: string
  descriptionHtml: string
  productType: string
  /** Its full name in Shopify's taxonomy; absent where the merchant chose none. */
  readonly category?: string
  vendor: string
  tags: string[]
  status: 'ACTIVE' | 'DRAFT' | 'ARCHIVED'
  /** Null: not published to the online store. */
  publishedAt: string | null
  readonly createdAt: string
  updatedAt: string
  readonly isGiftCard: boolean
  readonly requiresSellingPlan: boolean
  /** How it can be had by subscription; not at all where absent. */
  readonly sellingPlans?: readonly SellingPlan[]
  /** A product without choices has the one option `Title` with the one value `Default Title`. */
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[]
  variants: Variant[]
  picture: Picture | null
  /** The merchant's own facts (battery size, screen size …); an app's metafields live elsewhere. */
  readonly metafields: readonly MerchantMetafield[]
}

export interface Collection {
  readonly id: number
  readonly handle: string
  title: string
  descriptionHtml: string
  updatedAt: string
  /** In the merchant's order. */
  productIds: number[]
}

/** The fields an app at level 1 must never keep are here on purpose: they travel in every order webhook. */
export interface Customer {
  readonly id: number
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly phone: string
  /** The merchant's own marks. */
  readonly tags?: readonly string[]
}

export interface OrderLine {
  readonly id: number
  readonly productId: number
  readonly variantId: number
  readonly title: string
  readonly variantTitle: string
  /** Ever ordered. */
  quantity: number
  /** Less what was removed, sent back or cancelled. */
  currentQuantity: number
  readonly price: number
  /** Line item properties, as the cart held them. */
  readonly properties: Readonly<Record<string, string>>
  readonly discount?: { readonly title: string; readonly amount: number }
  /** The bundle that it is a part of; absent where it was bought by itself. */
  readonly group?: LineGroup
}

/** A bundle of Shopify's own, as its order knows it. */
export interface LineGroup {
  readonly id: number
  readonly title: string
  readonly quantity: number
  readonly productId: number | null
  readonly variantId: number | null
}

export interface Order {
  readonly id: number
  readonly name: string
  readonly createdAt: string
  /** When it was made elsewhere, of an order that was imported; absent: when it was created. */
  readonly processedAt?: string
  /** Somebody tried the checkout. */
  readonly test?: boolean
  updatedAt: string
  cancelledAt: string | null
  customerId: number | null
  lines: readonly OrderLine[]
  /** Cart attributes (`note_attributes`); empty after "Buy it now". */
  readonly attributes: Readonly<Record<string, string>>
  /** Where it was made, such as `pos`; absent: in the online store. */
  readonly channel?: string
  /** In what it was paid, and at which rate, where that was not the shop's own currency. */
  readonly presentment?: { readonly currency: string; readonly rate: number }
  /** Oldest first; absent where nothing came back. */
  refunds?: readonly Refund[]
}

export interface Refund {
  readonly id: number
  readonly createdAt: string
  /** What was given back beyond what came back, or (below 0) withheld. */
  readonly beyond?: number
  readonly lines: readonly {
    readonly id: number
    readonly lineId: number
    readonly quantity: number
    readonly restocked: boolean
  }[]
}

/** What a generator makes of a seed, and a cache keeps: a shop's goods, people and past. */
export interface World {
  readonly facts: ShopFacts
  readonly products: readonly Product[]
  readonly collections: readonly Collection[]
  readonly customers: readonly Customer[]
  /** Oldest first. */
  readonly orders: readonly Order[]
  /** Absent where the merchant sells everything everywhere. */
  readonly markets?: readonly Market[]
  readonly marketCatalogs?: readonly MarketCatalog[]
  readonly metaobjects?: readonly Metaobject[]
}
