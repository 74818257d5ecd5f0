import type { Catalog } from './catalog.ts'

export interface NamesInCatalog {
  readonly tags: readonly string[]
  readonly types: readonly string[]
  readonly vendors: readonly string[]
}

/** Every tag, type and vendor that a product of the catalogue bears, in alphabetical order, without blanks. */
export function namesIn({ products }: Catalog): NamesInCatalog {
  const sorted = (names: Iterable<string>) =>
    [...new Set(names)].filter((name) => name.trim() !== '').sort((a, b) => a.localeCompare(b, 'en'))
  return {
    tags: sorted(products.flatMap((product) => product.tags)),
    types: sorted(products.map((product) => product.type)),
    vendors: sorted(products.map((product) => product.vendor)),
  }
}
