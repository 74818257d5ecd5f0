import type { ProductId } from '#app/commerce/ids.ts'
import type { Kind } from '#app/models/customers/list-next.ts'

/** What comes next for one customer: a product, and whether and until when it was bought; see `Listed`. */
export interface NextProduct {
  readonly product: ProductId
  readonly kind: Kind
  /** Since 1970. */
  readonly day: number
}
