import type { BundleId, CustomerId, LineId, OrderId, ProductId, VariantId } from './ids.ts'
import type { Minor } from './money.ts'

export interface OrderLine {
  readonly id: LineId
  /** Null once the shop has deleted the product, or for a line typed in by hand. */
  readonly productId: ProductId | null
  readonly variantId: VariantId | null
  readonly quantity: number
  /** What edits and refunds have left of the quantity. */
  readonly currentQuantity: number
  /** One unit's price before discounts. */
  readonly unitPrice: Minor
  /** What discounts took off all of the quantity, whoever's they were. */
  readonly discount: Minor
  /** The taxes on all of the quantity; the price holds them where the order's `taxesIncluded` says so. */
  readonly tax: Minor
  /** The placement and author that sold the line (`product-page/rule/abc`), as the cart line carried it. */
  readonly soldBy: string | null
  /** Of what it is a part; null where the shopper chose the line itself. */
  readonly bundle: Bundle | null
}

/** A bundle of Shopify's own, which becomes a line for each of its parts. */
export interface Bundle {
  /** The same for all parts of one purchase. */
  readonly id: BundleId
  /** What the shopper chose; null where that is no product of the shop's. */
  readonly productId: ProductId | null
}

/** An order, reduced to what an app at level 1 may hold: no name, no address, no e-mail, no phone. */
export interface Order {
  readonly id: OrderId
  readonly customerId: CustomerId | null
  /** When it was made, in the shop or wherever it was imported from: milliseconds since 1970, UTC, as are the two below. */
  readonly processedAt: number
  readonly updatedAt: number
  readonly cancelledAt: number | null
  /** Nobody bought anything: somebody tried the checkout. */
  readonly isTest: boolean
  /** Whether prices hold the taxes, or taxes are put on top. */
  readonly taxesIncluded: boolean
  /** Where it was made, in Shopify's words (`web`, `pos`, an app's id), or `b2b`; null where nobody said. */
  readonly channel: string | null
  /** What refunds gave back beyond (below 0) or short of the goods that came back: money that no line tells of. */
  readonly adjustment: Minor
  /** The visit id that the cart carried, or its mark once it is stored; null where the cart carried none. */
  readonly visit: string | null
  readonly lines: readonly OrderLine[]
}
