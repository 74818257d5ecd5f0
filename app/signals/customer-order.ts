import type { CustomerId } from '#app/commerce/ids.ts'

/** What one order of a customer's came to. */
export interface CustomerOrder {
  readonly customer: CustomerId
  /** Milliseconds. */
  readonly at: number
  /** Net, in minor units. */
  readonly value: number
  /** The mark of the browser whose visits led to it; null where that is not known. */
  readonly visit: string | null
}
