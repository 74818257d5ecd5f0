import type { Catalog } from '#app/catalog/catalog.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Product } from '#app/commerce/product.ts'
import { fold } from '../conditions/kind.ts'
import { handleIn } from './handle-in.ts'
import { plainName, unformula } from './plain-name.ts'
import type { NamedBy } from './understand-header.ts'

export interface Found {
  readonly id: ProductId
  /** By what the cell names it. */
  readonly by: Exclude<NamedBy, 'anything'>
}

/** The product that a cell names; undefined where the shop has none such, or several. */
export type FindProduct = (cell: string, by: NamedBy) => Found | undefined

/**
 * Finds products as files of other apps name them: by handle (or the address of a page), by the number of the product or of
 * one of its variants, alone or in Shopify's long form, by SKU, or by title. What two products share finds neither.
 */
export function findProductIn({ products }: Catalog): FindProduct {
  const handles = finderOf(products, ({ handle }) => [handle], handleIn)
  const ids = index(products, ({ id, variants }) => [String(id), ...variants.map((variant) => String(variant.id))])
  const finders: Readonly<Record<Found['by'], (cell: string) => ProductId | undefined>> = {
    handle: handles,
    id: (cell) =>
      ids.get(/^(?:gid:\/\/shopify\/Product(?:Variant)?\/)?(\d+)(?:\.0+)?$/.exec(cell.normalize('NFKC'))?.[1] ?? '') ?? undefined,
    sku: finderOf(products, ({ variants }) => variants.map(({ sku }) => sku)),
    title: finderOf(products, ({ title }) => [title]),
  }
  return (written, by) => {
    const cell = unformula(written)
    for (const one of by === 'anything' ? (['handle', 'id', 'sku', 'title'] as const) : [by]) {
      const id = finders[one](cell)
      if (id !== undefined) return { id, by: one }
    }
    return undefined
  }
}

/** Finds who bears a name to the letter; where nobody does, who bears what a reader takes for the same. */
function finderOf(
  products: readonly Product[],
  namesOf: (product: Product) => readonly string[],
  nameIn: (cell: string) => string = (cell) => cell,
): (cell: string) => ProductId | undefined {
  const exact = index(products, (product) => namesOf(product).map(fold))
  const plain = index(products, (product) => namesOf(product).map((name) => plainName(nameIn(name))))
  return (cell) => {
    const name = fold(nameIn(cell))
    const bearer = exact.has(name) ? exact.get(name) : plain.get(plainName(name))
    return bearer ?? undefined
  }
}

/** Who bears each name; null where several do. */
function index(products: readonly Product[], namesOf: (product: Product) => readonly string[]): ReadonlyMap<string, ProductId | null> {
  const bearers = new Map<string, ProductId | null>()
  for (const product of products)
    for (const name of new Set(namesOf(product))) if (name !== '') bearers.set(name, bearers.has(name) ? null : product.id)
  return bearers
}
