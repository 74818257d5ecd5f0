import type { ProductId } from '#app/commerce/ids.ts'

export interface CartLine {
  readonly product: ProductId
  readonly quantity: number
}

/** What the door is told of a visit, and what it knows of itself. What it is not told is undefined: of that, nothing holds and nothing fails to. */
export interface Visit {
  readonly cart: readonly CartLine[] | undefined
  readonly isSignedIn: boolean
  /** Folded as Liquid folds it; null where the shop has no markets. */
  readonly market: string | null | undefined
  readonly language: string | undefined
  /** Today in the shop's time zone: 20261224, and 1 for Monday to 7 for Sunday. */
  readonly today: () => { readonly date: number; readonly weekday: number }
}
