/**
 * A global id of Shopify's, kept as the number at its end: `gid://shopify/Product/7` is `ProductId` 7. Whole, positive,
 * below 2^53. The brand keeps one kind of id from being handed over as another.
 */
export type IdOf<Kind extends string> = number & { readonly __id: Kind }

export type ProductId = IdOf<'Product'>
/** Stands, where products are named, for the pages that are about none: Shopify numbers no product so. */
export const SHOP_PAGE = 0 as ProductId
export type VariantId = IdOf<'ProductVariant'>
export type CollectionId = IdOf<'Collection'>
export type CustomerId = IdOf<'Customer'>
export type OrderId = IdOf<'Order'>
export type LineId = IdOf<'LineItem'>
/** A group of lines in an order. */
export type BundleId = IdOf<'LineItemGroup'>
export type InventoryItemId = IdOf<'InventoryItem'>
/** A member of the merchant's staff; nothing else is known of them. */
export type StaffId = IdOf<'StaffMember'>

/** A shop's permanent domain, such as `nimbus-toys.myshopify.com`. */
export type ShopId = string & { readonly __id: 'Shop' }

/** A rule's id within its shop: stable through edits, safe in a URL. */
export type RuleId = string & { readonly __id: 'Rule' }

interface IdKinds {
  Product: ProductId
  ProductVariant: VariantId
  Collection: CollectionId
  Customer: CustomerId
  Order: OrderId
  LineItem: LineId
  LineItemGroup: BundleId
  InventoryItem: InventoryItemId
}

const SHAPE = /^gid:\/\/shopify\/(\w+)\/([1-9]\d{0,15})$/

/** The id behind a global id of the given kind, or undefined where the text is not one. */
export function readGid<Kind extends keyof IdKinds>(kind: Kind, text: unknown): IdKinds[Kind] | undefined {
  const found = typeof text === 'string' ? SHAPE.exec(text) : null
  const number = Number(found?.[2])
  return found?.[1] === kind && Number.isSafeInteger(number) ? (number as IdKinds[Kind]) : undefined
}

/** `gid://shopify/Product/7`, as Shopify's Admin API takes it. */
export function toGid<Kind extends keyof IdKinds>(kind: Kind, id: IdKinds[Kind]): string {
  return `gid://shopify/${kind}/${id}`
}

/** The number at the end of a shop's global id, or undefined where the text is not one. */
export function readShopNumber(text: unknown): number | undefined {
  const found = typeof text === 'string' ? SHAPE.exec(text) : null
  const number = Number(found?.[2])
  return found?.[1] === 'Shop' && Number.isSafeInteger(number) ? number : undefined
}

const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/

/** The shop's domain in lower case, or undefined where the text is not a myshopify.com domain. */
export function readShopId(text: unknown): ShopId | undefined {
  const domain = typeof text === 'string' ? text.toLowerCase() : ''
  return SHOP.test(domain) ? (domain as ShopId) : undefined
}
