import type { Grade } from './grade.ts'

/** How good a shop's models are, told by its own last weeks. */
export interface Report extends Verdict {
  /** Orders that were counted, and different products in them. */
  readonly orders: number
  readonly products: number
  /** Products that have something to stand beside them. */
  readonly pages: number
}

/** What came out when models were compared. */
export interface Verdict {
  /** When that was, in days since 1970, and the orders of that day. */
  readonly learnt: { readonly at: number; readonly orders: number }
  /** The first and the last day of the weeks replayed, in days since 1970; null where there were too few questions to tell models apart. */
  readonly replay: { readonly from: number; readonly to: number } | null
  /** Every model that was tried, the best first. */
  readonly models: readonly { readonly name: string; readonly grade: Grade }[]
  /** The one that serves: the best of them. */
  readonly serves: string | null
  /** Its answers as shoppers see them, with nothing that chance could have brought about. */
  readonly shown: Grade | null
}
