import type { Catalog } from '#app/catalog/catalog.ts'
import type { CollectionId, ProductId } from '#app/commerce/ids.ts'
import type { RuleSet } from '../rule-set.ts'
import { namingFieldOf, type NamingField } from './naming-field.ts'

/** The form in which sets are written today. */
export const FORM = 1

/**
 * A set as a document that people edit, compare and carry to another shop: products by handle, collections by title. Those
 * that are gone, and collections that share their title, stand by number. One set has one document, keys and all.
 * `from` is its origin, where it leaves the shop.
 */
export function writeDocument({ rules, ...settings }: RuleSet, catalog: Catalog, from?: string): object {
  const names = namesIn(catalog)
  return { tandem: FORM, ...(from !== undefined && { from }), ...(named(settings, names) as object), rules: named(rules, names) }
}

type Names = Readonly<Record<NamingField, (id: number) => string | number>>

function namesIn({ products, collections, indexOf }: Catalog): Names {
  const bearers = new Map<string, number>()
  for (const { title } of collections.values()) bearers.set(title, (bearers.get(title) ?? 0) + 1)
  return {
    products: (id) => products[indexOf(id as ProductId) ?? -1]?.handle ?? id,
    collections(id) {
      const title = collections.get(id as CollectionId)?.title
      return title !== undefined && bearers.get(title) === 1 ? title : id
    },
  }
}

function named(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((part) => named(part, names))
  if (typeof value !== 'object' || value === null) return value
  const field = namingFieldOf(value)
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) =>
      field && key === 'ids' ? [field, (part as number[]).map(names[field])] : [key, named(part, names)],
    ),
  )
}
