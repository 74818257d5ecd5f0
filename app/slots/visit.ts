import type { ProductId } from '#app/commerce/ids.ts'

/** What is known of a product in the cart beside its id: what it is not told stays undefined. Names are folded as Liquid folds them. */
export interface Goods {
  readonly type?: string
  readonly vendor?: string
  readonly tags?: readonly string[]
  readonly collections?: readonly number[]
}

export interface CartLine {
  readonly product: ProductId
  readonly quantity: number
  readonly goods?: Goods
}

/** What is known of a visit where a guard is asked. What nobody tells is undefined: of that, nothing holds and nothing fails to. */
export interface Visit {
  readonly cart: readonly CartLine[] | undefined
  readonly isSignedIn: boolean | undefined
  /** Orders that the customer had before this visit. */
  readonly orders?: number | undefined
  /** What the cart's lines cost, in Liquid's hundredths. */
  readonly subtotal?: { readonly currency: string; readonly hundredths: number } | undefined
  /** Folded as Liquid folds it; null where the shop has no markets. */
  readonly market: string | null | undefined
  readonly language: string | undefined
  /** Today in the shop's time zone: 20261224, and 1 for Monday to 7 for Sunday. */
  readonly today: () => { readonly date: number; readonly weekday: number } | undefined
}
