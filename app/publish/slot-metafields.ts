import { toGid } from '#app/commerce/ids.ts'
import { writeNotes, type Besides } from '#app/slots/note.ts'
import type { FilledPlacement } from '#app/slots/slot.ts'

/** Everything that stands beside a product, or beside none, as the shop's theme reads it: two metafields. */
export interface PublishedPage {
  /** JSON of product global ids: a `list.product_reference`. */
  readonly offers: string
  /** JSON of `Notes`: where each of them stands, who chose it, and on what terms. */
  readonly notes: string
}

/** What to publish; undefined where nothing stands anywhere, which has no metafields at all. `currency` is the shop's own. */
export function toMetafields(placements: readonly FilledPlacement[], currency: string, besides: Besides = {}): PublishedPage | undefined {
  const noted = writeNotes(placements, currency, besides)
  return noted && { offers: JSON.stringify(noted.offers.map((product) => toGid('Product', product))), notes: JSON.stringify(noted.notes) }
}
