/** The line item property that tells an order which slot sold a line. The underscore hides it from shoppers. */
export const SOLD_BY_PROPERTY = '_tandem'

/** Which slot sold or showed something, as `PLACEMENT/AUTHOR/REF`. Anybody can write anything there: only the shape that we publish is believed. */
export function readSoldBy(value: unknown): string | null {
  return typeof value === 'string' && /^[a-z-]{1,32}\/[a-z-]{1,32}\/[\w-]{1,64}$/.test(value) ? value : null
}
