/** From what on a cart is delivered free, as Liquid reads it: the first that fits a cart's market and currency counts. */
export interface DrawnDelivery {
  /** The market's handle, folded as Liquid folds it; every market where absent. */
  readonly m?: string
  readonly c: string
  /** In Liquid's hundredths. */
  readonly at: number
}

/** The stated amount that counts for a cart, in hundredths; undefined where none does. `market` is folded. */
export function deliveryFor(
  stated: readonly DrawnDelivery[] | undefined,
  { market, currency }: { readonly market: string | null; readonly currency: string },
): number | undefined {
  return stated?.find(({ m, c }) => c === currency && (m === undefined || m === market))?.at
}
