import type { CollectionId, ProductId } from '#app/commerce/ids.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Clock } from './clock.ts'
import type { HeldMarket, Market } from './market.ts'
import { ProductSet } from './product-set.ts'

export interface Collection {
  readonly id: CollectionId
  readonly title: string
}

/** A shop's catalogue at one moment. Products stand in the order of their ids, so that an index means the same in every run. */
export interface Catalog {
  readonly clock: Clock
  readonly products: readonly Product[]
  readonly collections: ReadonlyMap<CollectionId, Collection>
  /** What is known of markets; none where the merchant does not let them be read. */
  readonly markets: readonly Market[]
  /** Where a product stands in `products`; undefined where the catalogue has none of that id. */
  indexOf(id: ProductId): number | undefined
  /** The indexes of a collection's products, ascending. */
  membersOf(id: CollectionId): readonly number[]
  /** How many products bear exactly this title. */
  bearersOf(title: string): number
}

/** Orders and indexes a catalogue. Of two products with one id, the later stands. */
export function indexCatalog(
  products: Iterable<Product>,
  collections: Iterable<Collection>,
  clock: Clock,
  markets: readonly HeldMarket[] = [],
): Catalog {
  const byId = new Map<ProductId, Product>()
  for (const product of products) byId.set(product.id, product)
  const ordered = [...byId.values()].sort((a, b) => a.id - b.id)

  const indexes = new Map<ProductId, number>()
  const members = new Map<CollectionId, number[]>()
  for (const [index, product] of ordered.entries()) {
    indexes.set(product.id, index)
    for (const collection of new Set(product.collections)) {
      const known = members.get(collection)
      if (known) known.push(index)
      else members.set(collection, [index])
    }
  }
  let titles: Map<string, number> | undefined
  return {
    clock,
    products: ordered,
    collections: new Map([...collections].map((collection) => [collection.id, collection])),
    markets: markets.map(({ lacks, ...named }) => ({
      ...named,
      lacks: ProductSet.of(
        ordered.length,
        lacks.flatMap((id) => indexes.get(id) ?? []),
      ),
    })),
    indexOf: (id) => indexes.get(id),
    membersOf: (id) => members.get(id) ?? [],
    bearersOf: (title) => (titles ??= countTitles(ordered)).get(title) ?? 0,
  }
}

function countTitles(products: readonly Product[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { title } of products) counts.set(title, (counts.get(title) ?? 0) + 1)
  return counts
}
