import type { Minor } from '#app/commerce/money.ts'
import type { Product } from '#app/commerce/product.ts'

/** What is known of a visit when a page is drawn. Nothing of it is ever stored. */
export interface Moment {
  readonly cart: {
    readonly lines: readonly { readonly product: Product; readonly quantity: number }[]
    /** Null where the cart is in another currency than the shop's own. */
    readonly subtotal: Minor | null
    /** What is missing to free delivery, in the shop's own currency; 0 once it is reached, absent where nothing is stated for the cart. */
    readonly toFreeDelivery?: Minor | undefined
  }
  /** Null where nobody is signed in. */
  readonly customer: { readonly tags: readonly string[]; readonly orders: number } | null
  /** The market's handle; null where the shop has no markets. */
  readonly market: string | null
  /** "de", "pt-BR". */
  readonly language: string
  /** Today in the shop's time zone: "2026-12-24", and 1 for Monday to 7 for Sunday. */
  readonly date: string
  readonly weekday: number
}
