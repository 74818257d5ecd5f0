import type { PublishedPage } from './slot-metafields.ts'

/** Shopify's digests of a slot's two metafields, which a write compares with; null where there is no such metafield. */
export interface SlotDigests {
  readonly offers: string | null
  readonly notes: string | null
}

export const NO_DIGESTS: SlotDigests = { offers: null, notes: null }

/** A slot as it stands in the shop, as far as we know. */
export interface LiveSlot extends PublishedPage {
  readonly digests: SlotDigests
}

export function sameDigests(a: SlotDigests, b: SlotDigests): boolean {
  return a.offers === b.offers && a.notes === b.notes
}
