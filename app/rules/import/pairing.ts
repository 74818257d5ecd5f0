import type { ProductId } from '#app/commerce/ids.ts'

/** What stands beside one product, in order; nothing twice, and never the product itself. */
export interface Pairing {
  readonly beside: ProductId
  readonly offer: readonly ProductId[]
}
