import type { CartFact } from './cart-fact.ts'
import type { Field } from './field.ts'
import type { ProductKind } from './kind.ts'
import type { MomentKind } from './moment-kind.ts'
import { betweenDates, type BetweenDates } from './moment/between-dates.ts'
import { cartContains, type CartContains } from './moment/cart-contains.ts'
import { cartLines, type CartLines } from './moment/cart-lines.ts'
import { cartQuantity, type CartQuantity } from './moment/cart-quantity.ts'
import { cartSubtotal, type CartSubtotal } from './moment/cart-subtotal.ts'
import { customerOrders, type CustomerOrders } from './moment/customer-orders.ts'
import { customerTagged, type CustomerTagged } from './moment/customer-tagged.ts'
import { deliveryFree, type DeliveryFree } from './moment/delivery-free.ts'
import { deliveryNotFree, type DeliveryNotFree } from './moment/delivery-not-free.ts'
import { inLanguage, type InLanguage } from './moment/in-language.ts'
import { inMarket, type InMarket } from './moment/in-market.ts'
import { onWeekday, type OnWeekday } from './moment/on-weekday.ts'
import { signedIn, type SignedIn } from './moment/signed-in.ts'
import { createdBetween, type CreatedBetween } from './product/created-between.ts'
import { createdWithin, type CreatedWithin } from './product/created-within.ts'
import { hasOption, type HasOption } from './product/has-option.ts'
import { hasTag } from './product/has-tag.ts'
import { hasType } from './product/has-type.ts'
import { hasVendor } from './product/has-vendor.ts'
import { inCategory, type InCategory } from './product/in-category.ts'
import { inCollection } from './product/in-collection.ts'
import { inStock, type InStock } from './product/in-stock.ts'
import { metafieldBetween, type MetafieldBetween } from './product/metafield-between.ts'
import { metafieldIs, type MetafieldIs } from './product/metafield-is.ts'
import { metafieldSet, type MetafieldSet } from './product/metafield-set.ts'
import { onSale, type OnSale } from './product/on-sale.ts'
import { priceBetween, type PriceBetween } from './product/price-between.ts'
import { productIs } from './product/product-is.ts'

/** A condition that looks at one thing of a product. */
export type ProductFact =
  | CartFact
  | InCategory
  | PriceBetween
  | OnSale
  | MetafieldIs
  | MetafieldBetween
  | MetafieldSet
  | HasOption
  | InStock
  | CreatedWithin
  | CreatedBetween

/** A condition that looks at one thing of the moment of a visit. */
export type MomentFact =
  | CartContains
  | CartSubtotal
  | CartQuantity
  | CartLines
  | DeliveryNotFree
  | DeliveryFree
  | SignedIn
  | CustomerTagged
  | CustomerOrders
  | InMarket
  | InLanguage
  | OnWeekday
  | BetweenDates

export type Fact = ProductFact | MomentFact

/** Every kind of condition on a product, by name, in the order in which the form offers them. */
export const PRODUCT_KINDS: { readonly [Kind in ProductFact['kind']]: ProductKind<Extract<ProductFact, { kind: Kind }>> } = {
  type: hasType,
  tag: hasTag,
  collection: inCollection,
  product: productIs,
  vendor: hasVendor,
  category: inCategory,
  price: priceBetween,
  'on-sale': onSale,
  metafield: metafieldIs,
  'metafield-number': metafieldBetween,
  'metafield-set': metafieldSet,
  option: hasOption,
  stock: inStock,
  new: createdWithin,
  created: createdBetween,
}

/** Every kind of condition on the moment of a visit, likewise. */
export const MOMENT_KINDS: { readonly [Kind in MomentFact['kind']]: MomentKind<Extract<MomentFact, { kind: Kind }>> } = {
  'cart-contains': cartContains,
  'cart-subtotal': cartSubtotal,
  'cart-quantity': cartQuantity,
  'cart-lines': cartLines,
  'delivery-not-free': deliveryNotFree,
  'delivery-free': deliveryFree,
  'signed-in': signedIn,
  'customer-tag': customerTagged,
  'customer-orders': customerOrders,
  market: inMarket,
  language: inLanguage,
  weekday: onWeekday,
  date: betweenDates,
}

/** Names of the kinds on products, on products in a cart, and of all kinds, in the order in which the form offers them. */
export const PRODUCT_FACTS = Object.keys(PRODUCT_KINDS) as ProductFact['kind'][]
export const CART_FACTS = PRODUCT_FACTS.filter((kind): kind is CartFact['kind'] => PRODUCT_KINDS[kind].inCart !== undefined)
export const ALL_FACTS: readonly Fact['kind'][] = [...PRODUCT_FACTS, ...(Object.keys(MOMENT_KINDS) as MomentFact['kind'][])]

/** The kind that a fact about a product is of. */
export function productKindOf<Of extends ProductFact>(fact: Of): ProductKind<Of> {
  // The index of the record above ties every kind to its own facts; TypeScript cannot follow a union through it.
  return PRODUCT_KINDS[fact.kind] as unknown as ProductKind<Of>
}

/** What of a product the fact looks at: of facts for which this is the same, the kinds look at it alike. */
export function aspectOf(fact: ProductFact): string {
  return productKindOf(fact).aspect?.(fact) ?? fact.kind
}

export function momentKindOf<Of extends MomentFact>(fact: Of): MomentKind<Of> {
  return MOMENT_KINDS[fact.kind] as unknown as MomentKind<Of>
}

export function isMomentFact(fact: Fact): fact is MomentFact {
  return Object.hasOwn(MOMENT_KINDS, fact.kind)
}

/** What a merchant fills in for a condition of the kind. */
export function fieldsOf(kind: Fact['kind']): readonly Field[] {
  return { ...PRODUCT_KINDS, ...MOMENT_KINDS }[kind].fields
}
