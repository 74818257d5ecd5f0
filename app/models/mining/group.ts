import type { Catalog } from '#app/catalog/catalog.ts'
import type { ProductId } from '#app/commerce/ids.ts'

/** Products that a merchant would name in one breath. Names are written as the catalogue's first bearer writes them. */
export type Group =
  | { readonly kind: 'product'; readonly id: ProductId }
  | { readonly kind: 'type'; readonly name: string }
  | { readonly kind: 'tag'; readonly name: string }

export interface GroupOf {
  readonly group: Group
  /** Indexes in the catalogue, ascending. */
  readonly members: readonly number[]
}

/** A group that holds more of the catalogue than this names nothing in particular. */
const WIDEST = 0.5
const FEWEST_MEMBERS = 2
/** Types and tags that are looked at, the widest first. */
const MOST_GROUPS = 400

/**
 * The types and tags that may stand in a rule: of two or more products, of half the catalogue at most. A tag that names the
 * same products as a type, or as a tag before it in the alphabet, is left out.
 */
export function groupsIn({ products }: Catalog): GroupOf[] {
  const groups = new Map<string, { group: Group; members: number[] }>()
  for (const [index, { type, tags }] of products.entries()) {
    for (const group of [{ kind: 'type' as const, name: type }, ...tags.map((name) => ({ kind: 'tag' as const, name }))]) {
      const folded = group.name.trim().toLowerCase()
      if (folded === '') continue
      const key = `${group.kind} ${folded}`
      const known = groups.get(key)
      if (!known) groups.set(key, { group: { ...group, name: group.name.trim() }, members: [index] })
      else if (known.members.at(-1) !== index) known.members.push(index)
    }
  }
  const seen = new Set<string>()
  return [...groups]
    .sort(([a, { group: one }], [b, { group: other }]) => rank(one) - rank(other) || (a < b ? -1 : 1))
    .map(([, group]) => group)
    .filter(({ members }) => members.length >= FEWEST_MEMBERS && members.length <= products.length * WIDEST)
    .filter(({ members }) => !seen.has(members.join()) && seen.add(members.join()))
    .sort((a, b) => b.members.length - a.members.length)
    .slice(0, MOST_GROUPS)
}

const rank = ({ kind }: Group) => (kind === 'type' ? 0 : 1)
