/** What Shopify says of our bucket of query points; rates in points per second. */
export interface Throttle {
  readonly maximum: number
  readonly available: number
  readonly restoreRate: number
}

/** What a query is charged, in points, and what is left of the bucket. */
export interface Cost {
  /** What must be in the bucket for it to run. */
  readonly requested: number
  /** What it took in the end: 0 where it was turned away. */
  readonly actual: number
  readonly throttle: Throttle
}

/**
 * Why an ask brought no data. After `throttled` and `too-many` nothing has been done; after `faltering` and
 * `unreachable` nobody knows.
 */
export type Failure =
  | { readonly kind: 'throttled'; readonly cost: Cost | undefined }
  | { readonly kind: 'too-many'; readonly afterMs: number | undefined }
  | { readonly kind: 'faltering'; readonly why: string }
  | { readonly kind: 'unreachable'; readonly why: string }
  | { readonly kind: 'access-lost' }
  | { readonly kind: 'refused'; readonly why: string }

/** How one ask of Shopify ended. */
export type Outcome<Data> = { readonly kind: 'answered'; readonly data: Data; readonly cost: Cost | undefined } | Failure
