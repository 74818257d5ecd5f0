import type { Catalog } from '#app/catalog/catalog.ts'
import type { CollectionId, ProductId } from '#app/commerce/ids.ts'
import type { RuleSet } from '../rule-set.ts'
import { namingFieldOf, type NamingField } from './naming-field.ts'

export type FoundNamed =
  | { readonly kind: 'found'; readonly id: number }
  | { readonly kind: 'missing'; readonly why: string }
  /** It is neither a text nor a number. */
  | { readonly kind: 'no-name' }

/** Finds what a document names in the shop: by handle or title, or by a number that is the shop's or stands in its rules. */
export function findNamed(catalog: Catalog, standing: RuleSet): Readonly<Record<NamingField, (name: unknown) => FoundNamed>> {
  const handles = new Map(catalog.products.map(({ id, handle }) => [handle, id]))
  const titles = new Map<string, number[]>()
  for (const { id, title } of catalog.collections.values()) if (titles.get(title)?.push(id) === undefined) titles.set(title, [id])
  const mentioned = idsIn(standing)
  return {
    products(name) {
      if (typeof name === 'number') return numbered(name, catalog.indexOf(name as ProductId) !== undefined, mentioned.products)
      const id = typeof name === 'string' ? handles.get(name.trim()) : undefined
      return typeof name === 'string' ? found(id, `The shop has no product with the handle “${name}”`) : NO_NAME
    },
    collections(name) {
      if (typeof name === 'number') return numbered(name, catalog.collections.has(name as CollectionId), mentioned.collections)
      if (typeof name !== 'string') return NO_NAME
      const [id, another] = titles.get(name) ?? []
      if (another !== undefined) return { kind: 'missing', why: `Several collections are called “${name}”: name it by its number` }
      return found(id, `The shop has no collection called “${name}”`)
    },
  }
}

const NO_NAME: FoundNamed = { kind: 'no-name' }

function found(id: number | undefined, why: string): FoundNamed {
  return id === undefined ? { kind: 'missing', why } : { kind: 'found', id }
}

function numbered(id: number, isThere: boolean, mentioned: ReadonlySet<number>): FoundNamed {
  return found(
    isThere || mentioned.has(id) ? id : undefined,
    `Nothing of this shop has the number ${id}; in other shops it means another thing`,
  )
}

/** Every number that the set names, also of what is gone. */
function idsIn(set: RuleSet): Record<NamingField, ReadonlySet<number>> {
  const ids = { products: new Set<number>(), collections: new Set<number>() }
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const field = namingFieldOf(value)
    for (const [key, part] of Object.entries(value)) {
      if (field && key === 'ids') for (const id of part as number[]) ids[field].add(id)
      else walk(part)
    }
  }
  walk(set)
  return ids
}
