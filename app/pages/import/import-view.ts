import type { Catalog } from '#app/catalog/catalog.ts'
import type { Pairing } from '#app/rules/import/pairing.ts'
import type { Rule } from '#app/rules/rule.ts'
import { pictured, type PicturedProduct } from '#app/wording/pictured.ts'

/** What an import would make, as a merchant looks at it first. */
export interface ImportView {
  /** Drafts that would be made, and those that an earlier import made. */
  readonly drafts: number
  readonly standing: number
  /** The first of those that would be made. */
  readonly examples: readonly { readonly beside: PicturedProduct; readonly offered: readonly PicturedProduct[] }[]
}

const EXAMPLES = 8

/** `drafts` are what the pairings would become, one each, in their order. */
export function viewImport(pairings: readonly Pairing[], drafts: readonly Rule[], standing: readonly Rule[], catalog: Catalog): ImportView {
  const known = new Set(standing.map(({ id }) => id))
  const wanted = pairings.filter((_, at) => !known.has(drafts[at]!.id))
  const picture = (id: Pairing['beside']) => pictured(catalog.products[catalog.indexOf(id)!]!)
  return {
    drafts: wanted.length,
    standing: pairings.length - wanted.length,
    examples: wanted.slice(0, EXAMPLES).map(({ beside, offer }) => ({ beside: picture(beside), offered: offer.map(picture) })),
  }
}
