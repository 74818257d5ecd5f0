/** A card as a shopper's browser gets it: which product, and who chose it. No counts, no names: anybody can read it. */
export interface WireCard {
  readonly product: number
  readonly by: string
  readonly ref: string
}

/** What the storefront door answers. `v` is raised when the shape changes. */
export interface WireAnswer {
  readonly v: 1
  readonly cards: readonly WireCard[]
}

export function toWire(cards: readonly WireCard[]): WireAnswer {
  return { v: 1, cards: cards.map(({ product, by, ref }) => ({ product, by, ref })) }
}
