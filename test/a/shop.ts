import fc from 'fast-check'
import type { Minor } from '#app/commerce/money.ts'
import type { Product } from '#app/commerce/product.ts'
import { indexCatalog, type Catalog } from '#app/catalog/catalog.ts'
import type { HeldMarket } from '#app/catalog/market.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { aProduct, aVariant } from './product.ts'

/** The moment of which test catalogues tell. */
export const NOW = Date.parse('2026-11-21T12:00:00Z')
const DAY = 24 * 60 * 60 * 1000

/** A catalogue of the given products, with a collection for every id that they mention. */
export function aCatalog(...products: Product[]): Catalog {
  return aCatalogIn([], products)
}

/** The same in a shop that sells in markets. */
export function aCatalogIn(markets: readonly HeldMarket[], products: readonly Product[]): Catalog {
  const ids = [...new Set(products.flatMap((product) => product.collections))]
  return indexCatalog(
    products,
    ids.map((id) => ({ id, title: `Collection ${id}` })),
    { at: NOW, timezone: 'Europe/Vienna' },
    markets,
  )
}

const few = <Name>(...names: Name[]) => fc.constantFrom(...names)
export const TYPES = ['Laptop', 'sleeve', 'Toy', 'Battery'] as const
export const TAGS = ['aa', 'New', 'sale', 'fits-s', 'fits-m'] as const
const VENDORS = ['Acme', 'Bolt', ''] as const
export const CATEGORIES = ['Toys', 'Toys > Robots', 'Power > Batteries'] as const
export const SIZES = ['S', 'M', 'l'] as const
export const CELLS = ['AA', 'AAA', 'C'] as const

const anyVariant = fc
  .record({
    price: fc.integer({ min: 0, max: 5000 }) as fc.Arbitrary<Minor>,
    compareAt: fc.option(fc.integer({ min: 0, max: 6000 }) as fc.Arbitrary<Minor>),
    available: fc.boolean(),
    stock: fc.option(fc.integer({ min: -2, max: 12 })),
    cost: fc.option(fc.integer({ min: 0, max: 3000 }) as fc.Arbitrary<Minor>),
    options: few(...SIZES).map((size) => [size]),
  })
  .map((part) => aVariant(part))

const anyMetafields = fc.record(
  {
    'specs.cells': fc.uniqueArray(few(...CELLS), { minLength: 1, maxLength: 2 }),
    'specs.needs': fc.integer({ min: 0, max: 6 }),
    'specs.pack': few(1, 2, 4, 8, 12),
    'specs.low': fc.integer({ min: 1, max: 4 }),
    'specs.high': fc.integer({ min: 2, max: 6 }),
    'specs.indoor': fc.boolean(),
  },
  { requiredKeys: [] },
)

/** Random products of a few ids, types, tags and sizes, many of which must not be offered. */
export const anyProduct = fc
  .record({
    id: fc.integer({ min: 1, max: 30 }),
    type: few(...TYPES),
    vendor: few(...VENDORS),
    category: fc.option(few(...CATEGORIES)),
    tags: fc.uniqueArray(few(...TAGS)),
    collections: fc.uniqueArray(fc.integer({ min: 1, max: 4 })),
    options: few(['Size'], ['size'], ['Colour']),
    variants: fc.array(anyVariant, { minLength: 1, maxLength: 3 }),
    metafields: anyMetafields,
    createdAt: fc.integer({ min: NOW - 60 * DAY, max: NOW }),
    published: few(true, true, true, false),
    isGiftCard: few(false, false, false, false, true),
    status: few('active' as const, 'active' as const, 'active' as const, 'draft' as const),
  })
  .map(({ id, ...part }) => aProduct(id, part))

/** Random markets, which lack any of a few products, or of others. */
const anyMarkets: fc.Arbitrary<HeldMarket[]> = fc.uniqueArray(
  fc.record({
    handle: few('eu', 'US', 'ca'),
    name: few('Europe', 'United States'),
    lacks: fc.uniqueArray(fc.integer({ min: 1, max: 50 }) as fc.Arbitrary<ProductId>),
  }),
  { selector: ({ handle }) => handle },
)
const anyProducts = fc.uniqueArray(anyProduct, { selector: ({ id }) => id, maxLength: 25 })

/** Random catalogues with everything in them that must not be offered. */
export const anyCatalog = fc.tuple(anyMarkets, anyProducts).map(([markets, products]) => aCatalogIn(markets, products))

/** The same with two ordinary products of each type beside. */
export const anyBusyCatalog = fc.tuple(anyMarkets, anyProducts).map(([markets, products]) => {
  const ordinary = TYPES.flatMap((type, at) => [aProduct(31 + at, { type }), aProduct(41 + at, { type })])
  return aCatalogIn(markets, [...products, ...ordinary])
})
