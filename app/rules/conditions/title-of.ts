import type { Catalog } from '#app/catalog/catalog.ts'
import type { CollectionId, ProductId } from '#app/commerce/ids.ts'
import { quoted, type Say } from './say.ts'

/** A product's title in quotes; with its number where another bears the same title, or where it is gone. */
export function titleOfProduct(id: ProductId, catalog: Catalog, say: Say): string {
  const at = catalog.indexOf(id)
  if (at === undefined) return say('condition.product.gone', { id })
  const { title } = catalog.products[at]!
  return numbered(title, id, catalog.bearersOf(title) > 1, say)
}

/** A collection's title, likewise. */
export function titleOfCollection(id: CollectionId, catalog: Catalog, say: Say): string {
  const title = catalog.collections.get(id)?.title
  if (title === undefined) return say('condition.collection.gone', { id })
  const bearers = [...catalog.collections.values()].filter((one) => one.title === title).length
  return numbered(title, id, bearers > 1, say)
}

function numbered(title: string, id: number, isShared: boolean, say: Say): string {
  return isShared ? say('condition.title-shared', { title: quoted(title, say), id }) : quoted(title, say)
}
