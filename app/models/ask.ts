/** What a shopper is looking at, as indexes of the log's products. */
export interface Ask {
  readonly given: readonly number[]
  /** An index of the log's customers; -1 for a stranger. */
  readonly customer: number
  /** When, in the log's days. */
  readonly at: number
}
