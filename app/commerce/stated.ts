/** What a product's description states in so many words, both as they are written there: "Material: oak", or a row of two cells. */
export interface Stated {
  readonly name: string
  readonly value: string
}
