import type { CustomerId, LineId, OrderId, ProductId, VariantId } from './ids.ts'
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
  /** The placement and author that sold the line (`product-page/rule/abc`), as the cart line carried it. */
  readonly soldBy: string | null
}

/** An order, reduced to what an app at level 1 may hold: no name, no address, no e-mail, no phone. */
export interface Order {
  readonly id: OrderId
  readonly customerId: CustomerId | null
  /** Milliseconds since 1970, UTC, as are the two below. */
  readonly createdAt: number
  readonly updatedAt: number
  readonly cancelledAt: number | null
  readonly lines: readonly OrderLine[]
}
