import { SOLD_BY_PROPERTY } from '../../../../app/commerce/sold-by.ts'
import type { Placement } from '../../../../app/commerce/placement.ts'
import type { Note } from '../../../../app/slots/note.ts'

/** What a link to a product says of where it stood; the theme's block makes a line item property of it. */
const PARAMETER = 'tandem'

/** A card as an order and a pixel tell it: where it stood, and who put it there. */
export const said = (placement: Placement, { by, ref }: Note) => `${placement}/${by}/${ref}`

/** The line item property by which an order tells who sold a line. */
export function soldBy(placement: Placement, note: Note): { key: string; value: string } {
  return { key: SOLD_BY_PROPERTY, value: said(placement, note) }
}

/** Where the online store shows a product, so that it is remembered who led there; undefined where it shows it nowhere. */
export function linkTo(
  { url, handle }: { readonly url: string | undefined; readonly handle: string },
  storefront: string | undefined,
  placement: Placement,
  note: Note,
): string | undefined {
  const address = url ?? (storefront && handle ? `${storefront.replace(/\/$/, '')}/products/${handle}` : undefined)
  return address && `${address}${address.includes('?') ? '&' : '?'}${PARAMETER}=${encodeURIComponent(said(placement, note))}`
}
