import type { Catalog } from '#app/catalog/catalog.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import type { Product } from '#app/commerce/product.ts'
import { fold } from '../conditions/kind.ts'
import type { NamedBy } from './understand-header.ts'

/** The product that a cell names; undefined where the shop has none such, or several. */
export type FindProduct = (cell: string, by: NamedBy) => ProductId | undefined

/**
 * Finds products as files of other apps name them: by handle (or the address of a page), by the number of the product or of
 * one of its variants, alone or in Shopify's long form, by SKU, or by title. What two products share finds neither.
 */
export function findProductIn({ products }: Catalog): FindProduct {
  const handles = index(products, ({ handle }) => [handle])
  const ids = index(products, ({ id, variants }) => [String(id), ...variants.map((variant) => String(variant.id))])
  const skus = index(products, ({ variants }) => variants.map(({ sku }) => fold(sku)))
  const titles = index(products, ({ title }) => [fold(title)])
  const finders: Readonly<Record<Exclude<NamedBy, 'anything'>, (cell: string) => ProductId | undefined>> = {
    handle: (cell) => handles.get(handleIn(cell).toLowerCase()),
    id: (cell) => ids.get(/^(?:gid:\/\/shopify\/Product(?:Variant)?\/)?(\d+)(?:\.0+)?$/.exec(cell)?.[1] ?? ''),
    sku: (cell) => skus.get(fold(cell)),
    title: (cell) => titles.get(fold(cell)),
  }
  return (cell, by) => (by === 'anything' ? firstOf(Object.values(finders), cell) : finders[by](cell)) ?? undefined
}

const PRODUCTS = '/products/'

/** The handle in the address of a product's page, or what else the cell says. */
function handleIn(cell: string): string {
  const path = cell.split(/[?#]/, 1)[0]!
  const at = path.lastIndexOf(PRODUCTS)
  if (at === -1 || /\s/.test(cell)) return cell
  return path.slice(at + PRODUCTS.length).split('/', 1)[0] || cell
}

function firstOf(finders: readonly ((cell: string) => ProductId | undefined)[], cell: string): ProductId | undefined {
  for (const find of finders) {
    const found = find(cell)
    if (found !== undefined) return found
  }
  return undefined
}

/** Who bears each name alone. */
function index(products: readonly Product[], namesOf: (product: Product) => readonly string[]): ReadonlyMap<string, ProductId> {
  const bearers = new Map<string, ProductId | null>()
  for (const product of products)
    for (const name of new Set(namesOf(product))) if (name !== '') bearers.set(name, bearers.has(name) ? null : product.id)
  return new Map([...bearers].flatMap(([name, id]) => (id === null ? [] : [[name, id]])))
}
