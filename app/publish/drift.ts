import { z } from 'zod'
import { readGid, type ProductId } from '#app/commerce/ids.ts'
import { NO_DIGESTS, sameDigests, type SlotDigests, type LiveSlot } from './live-slot.ts'

const digest = z.object({ compareDigest: z.string() }).nullish()
const line = z.object({ id: z.string(), offers: digest, notes: digest, deals: digest })

export interface Found {
  readonly product: ProductId
  readonly digests: SlotDigests
  /** Shopify's digest of the deals; null where there are none. */
  readonly deals: string | null
}

/** What one line of `SLOTS_EXPORT` says; undefined where it cannot be read. */
export function readSlotLine(json: unknown): Found | undefined {
  const read = line.safeParse(json)
  const product = read.success ? readGid('Product', read.data.id) : undefined
  if (!read.success || product === undefined) return undefined
  const { offers, notes, deals } = read.data
  return {
    product,
    digests: { offers: offers?.compareDigest ?? null, notes: notes?.compareDigest ?? null },
    deals: deals?.compareDigest ?? null,
  }
}

/** Of the products that were found, those beside which something else stands than we remember. */
export function driftOf(found: readonly Found[], remembered: ReadonlyMap<ProductId, LiveSlot>): Found[] {
  return found.filter(({ product, digests }) => !sameDigests(digests, remembered.get(product)?.digests ?? NO_DIGESTS))
}

/** Of the products that were found, those beside which other deals stand than we remember. Those of which no digest is known count as well. */
export function dealsDriftOf(found: readonly Found[], remembered: ReadonlyMap<ProductId, string | null>): Found[] {
  return found.filter(({ product, deals }) =>
    remembered.has(product) ? deals === null || remembered.get(product) !== deals : deals !== null,
  )
}
