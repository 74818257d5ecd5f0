/** How many Shopify draws at once; more are refused, and none is drawn. */
const most = 5

/** Section ids, written as one list with commas or as several values. */
export function readSectionIds(written: unknown): readonly string[] {
  const parts = Array.isArray(written) ? written : typeof written === 'object' && written ? Object.values(written) : [written]
  const ids = parts.flatMap((part) => (typeof part === 'string' ? part.split(',') : [])).map((id) => id.trim())
  return [...new Set(ids.filter((id) => id !== ''))]
}

export function tooManySections(ids: readonly string[]): boolean {
  return ids.length > most
}
