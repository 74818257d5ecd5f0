import type { ProductId, RuleId, VariantId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Till } from './terms.ts'

export interface CartLine {
  /** As whoever asks knows it; no two lines have the same. */
  readonly id: string
  readonly product: ProductId
  readonly variant: VariantId
  /** Of one piece, before any discount, in minor units of the cart's currency. */
  readonly price: Minor
  readonly quantity: number
}

export interface Cart extends Omit<Till, 'shopCurrency'> {
  /** The day in the shop's own time, `2026-12-24`. */
  readonly today: string
  readonly lines: readonly CartLine[]
}

/** What comes off one line. */
export interface LineDiscount {
  readonly line: string
  readonly rule: RuleId
  /** Pieces of the line that cost less. */
  readonly quantity: number
  /** Off each of them; null where it is not the same of all. */
  readonly each: Minor | null
  /** Off all of them together. */
  readonly total: Minor
}
