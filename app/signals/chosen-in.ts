import type { BundleId, ProductId } from '#app/commerce/ids.ts'

/** A part of a bundle: of which one, and what was chosen by choosing that, or the part's own product where it is not known. */
export type Part = readonly [BundleId, ProductId]

/** What a shopper chose in an order: a bundle is one thing, however many parts it has. No product comes twice. */
export function chosenIn(alone: readonly ProductId[], parts: readonly Part[]): readonly ProductId[] {
  if (parts.length === 0) return alone
  const ofBundle = new Map<BundleId, ProductId>()
  for (const [bundle, product] of parts) ofBundle.set(bundle, Math.min(product, ofBundle.get(bundle) ?? product) as ProductId)
  return [...new Set([...alone, ...ofBundle.values()])].toSorted((a, b) => a - b)
}
