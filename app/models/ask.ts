/** What a shopper is looking at, as indexes of the log's products. */
export interface Ask {
  readonly given: readonly number[]
}
