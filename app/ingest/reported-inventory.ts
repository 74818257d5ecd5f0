import type { ReportedProduct } from './product-digest.ts'

/** A product as our tables hold it, to be compared with what a delivery tells of it. */
export interface HeldProduct {
  /** Of what the delivery tells too, but the stock. */
  readonly digest: string
  /** Pieces at hand of each variant, in the merchant's order; null where the shop does not count them, which no delivery says. */
  readonly stock: readonly (number | null)[]
  /** Which of them can be bought. */
  readonly available: readonly boolean[]
  /** Whether it is for sale at all: where it is not, nothing of it can be bought, whatever its stock. */
  readonly isActive: boolean
  /** Of when the stock is: milliseconds, to the second. */
  readonly updatedAt: number
}

/**
 * The pieces at hand of all variants after a delivery: of those that it tells as it tells them, where they are counted, and of the
 * others as they are held. Undefined where more has changed than the pieces, or may have: then Shopify is to be asked.
 */
export function reportedInventory(told: ReportedProduct, held: HeldProduct): readonly (number | null)[] | undefined {
  if (told.digest !== held.digest) return undefined
  if (told.restAt !== null && told.restAt >= held.updatedAt) return undefined
  const stock = held.stock.map((pieces, at) => (pieces === null ? null : (told.pieces[at] ?? pieces)))
  const canBeBought = (at: number) => stock[at] == null || told.sellsOn[at] === true || stock[at] > 0
  if (held.isActive && told.pieces.some((_, at) => held.available[at] !== canBeBought(at))) return undefined
  return stock
}
