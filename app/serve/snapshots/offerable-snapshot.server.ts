import { readShopId, type ShopId } from '#app/commerce/ids.ts'
import { readOfferable, writeOfferable, type Offerable } from '#app/serve/offerable.ts'
import { checked, VERSION_LENGTH, versionOf, withChecksum } from './checked-bytes.server.ts'
import type { CachedSnapshot, SnapshotKind } from './snapshot.server.ts'

/** Changes whenever the layout does: an older snapshot is then refused, not misread. */
const LAYOUT = 'tandem-offerable-2'

/** What may be offered in one shop. */
export interface OfferableSnapshot extends CachedSnapshot {
  readonly offerable: Offerable
}

export const OFFERABLE: SnapshotKind<OfferableSnapshot> = {
  table: 'offerable_snapshot',
  suffix: '.offerable',
  versionLength: VERSION_LENGTH,
  name: 'A snapshot of what may be offered',
  complaint: 'Snapshots of what may be offered grow old',
  read: readOfferableSnapshot,
}

/** A snapshot as bytes: a checksum, then on a line each the layout, the shop and a header, then numbers. */
export function writeOfferableSnapshot(shop: ShopId, offerable: Offerable): Buffer {
  const { head, ids } = writeOfferable(offerable)
  return withChecksum(Buffer.concat([Buffer.from(`\n${LAYOUT}\n${shop}\n${head}\n`), new Uint8Array(ids.buffer)]))
}

/** The snapshot in the bytes; a string says why they are none. */
export function readOfferableSnapshot(bytes: Buffer): OfferableSnapshot | string {
  const rest = checked(bytes)
  if (!rest) return 'its checksum does not fit'
  const opening = `\n${LAYOUT}\n`
  const domainEnd = rest.indexOf('\n', opening.length)
  const headEnd = rest.indexOf('\n', domainEnd + 1)
  const shop = readShopId(rest.toString('latin1', opening.length, Math.max(domainEnd, 0)))
  if (!rest.toString('latin1', 0, 100).startsWith(opening) || !shop || headEnd === -1) return 'of another layout'
  // A buffer of its own, where numbers lie as the processor wants them.
  const numbers = new Uint8Array(rest.subarray(headEnd + 1))
  const ids = new Float64Array(numbers.buffer, 0, numbers.length >> 3)
  const offerable = readOfferable(rest.toString('utf8', domainEnd + 1, headEnd), ids)
  return { shop, version: versionOf(bytes), size: rest.length, offerable }
}
