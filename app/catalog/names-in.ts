import type { Catalog } from './catalog.ts'

export interface NamesInCatalog {
  readonly tags: readonly string[]
  readonly types: readonly string[]
  readonly vendors: readonly string[]
  /** Full names, with those above them. */
  readonly categories: readonly string[]
  /** Namespace and key. */
  readonly metafields: readonly string[]
  readonly options: readonly string[]
  /** Handles, where markets may be read. */
  readonly markets: readonly string[]
}

/** Every name that a product of the catalogue bears, and every market's, in alphabetical order, without blanks. */
export function namesIn({ products, markets }: Catalog): NamesInCatalog {
  const sorted = (names: Iterable<string>) =>
    [...new Set(names)].filter((name) => name.trim() !== '').sort((a, b) => a.localeCompare(b, 'en'))
  return {
    tags: sorted(products.flatMap((product) => product.tags)),
    types: sorted(products.map((product) => product.type)),
    vendors: sorted(products.map((product) => product.vendor)),
    categories: sorted(products.flatMap(({ category }) => withAbove(category?.split(' > ') ?? []))),
    metafields: sorted(products.flatMap(({ metafields }) => metafields.map(({ name }) => name))),
    options: sorted(products.flatMap(({ options }) => options)),
    markets: sorted(markets.map(({ handle }) => handle)),
  }
}

function withAbove(path: readonly string[]): string[] {
  return path.map((_, depth) => path.slice(0, depth + 1).join(' > '))
}
