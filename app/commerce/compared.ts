/** Of which comparison of two rules a slot is, and of which of the two, as `ID/a`. Anybody can write anything there: only the shape is believed. */
export function readCompared(value: unknown): string | null {
  return typeof value === 'string' && /^[\w-]{1,64}\/[ab]$/.test(value) ? value : null
}
