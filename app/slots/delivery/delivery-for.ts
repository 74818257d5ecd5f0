import type { DrawnDelivery } from '#app/rules/conditions/drawn.ts'

export type { DrawnDelivery } from '#app/rules/conditions/drawn.ts'

/** The stated amount that counts for a cart, in hundredths; undefined where none does. `market` is folded. */
export function deliveryFor(
  stated: readonly DrawnDelivery[] | undefined,
  { market, currency }: { readonly market: string | null; readonly currency: string },
): number | undefined {
  return stated?.find(({ m, c }) => c === currency && (m === undefined || m === market))?.at
}
