/** Visits as sequences of products seen, packed. Visit s saw `items[starts[s]]` up to `items[starts[s + 1]]`, in that order. */
export interface Sessions {
  readonly products: number
  readonly starts: Uint32Array
  readonly items: Uint32Array
  /** When each visit was, ascending, in days. */
  readonly at: Float64Array
  readonly now: number
}

/** The visits from one up to but not including another, as known at the last of them. */
export function sliceSessions({ products, starts, items, at }: Sessions, from: number, to: number): Sessions {
  const first = starts[from]!
  return {
    products,
    starts: starts.slice(from, to + 1).map((start) => start - first),
    items: items.subarray(first, starts[to]!),
    at: at.subarray(from, to),
    now: at[to - 1] ?? 0,
  }
}
