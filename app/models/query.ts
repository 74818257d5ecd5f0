/** What a shopper is looking at. */
export interface Query {
  /** Indexes of the log's products; on from their number, of products that were never sold. */
  readonly given: readonly number[]
  /** The given products were never sold, or are to be taken as if: what their look-alikes sold with speaks for them. */
  readonly unsold: boolean
  /** An index of the log's customers; -1 for a stranger. */
  readonly customer: number
  /** When, in the log's days. */
  readonly at: number
}
