/** Where each kind of id begins; apart enough that two shops never share one. */
export interface IdRanges {
  readonly product: number
  readonly variant: number
  readonly inventoryItem: number
  readonly collection: number
  readonly customer: number
  readonly order: number
  readonly line: number
}

/** The ranges of the shop with this number (1, 2, …). */
export function idRanges(shop: number): IdRanges {
  const apart = shop * 100_000_000_000
  return {
    product: 8_000_000_000_000 + apart,
    variant: 44_000_000_000_000 + apart,
    inventoryItem: 46_000_000_000_000 + apart,
    collection: 430_000_000_000 + apart,
    customer: 7_000_000_000_000 + apart,
    order: 5_000_000_000_000 + apart,
    line: 14_000_000_000_000 + apart,
  }
}

/** Counts upwards in steps that leave gaps, as real ids do. */
export function countFrom(start: number): () => number {
  let last = start
  return () => (last += 32_769)
}
