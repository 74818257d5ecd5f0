import type { Incomparable } from './read-metafield.ts'
import type { CatalogLine } from './read-product.ts'

/** More names than that would be read by nobody. */
const MOST = 200

export interface Incomparables {
  readonly take: (lines: readonly CatalogLine[]) => void
  /** Each name and type once, in the order in which they first came. */
  readonly noted: () => Incomparable[]
}

/** Gathers what of the merchant's own facts no rule can compare. */
export function recordIncomparable(): Incomparables {
  const facts = new Map<string, Incomparable>()
  return {
    take(lines) {
      for (const line of lines)
        if (line.kind === 'incomparable' && line.fact && facts.size < MOST) facts.set(`${line.fact.name} ${line.fact.type}`, line.fact)
    },
    noted: () => [...facts.values()],
  }
}
