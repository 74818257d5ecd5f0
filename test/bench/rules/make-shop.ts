import { indexCatalog, type Catalog } from '#app/catalog/catalog.ts'
import { sharingWords } from '#app/catalog/share-words.ts'
import type { CollectionId, ProductId, VariantId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Product } from '#app/commerce/product.ts'
import { luckOf, type Luck } from '../../simulator/world/random.ts'

const NOW = Date.parse('2026-11-21T12:00:00Z')
const DAY = 24 * 60 * 60 * 1000

export const TYPES = 400
export const TAGS = 2_000
const VENDORS = 300
export const COLLECTIONS = 500
export const SIZES = 60

/** A catalogue as large as is asked for, the same for the same number: types and tags by popularity, metafields on every third. */
export function makeCatalog(products: number): Catalog {
  const luck = luckOf('rules bench')
  // As where a catalogue is loaded.
  const share = sharingWords()
  const made = Array.from({ length: products }, (_, at) => share(makeProduct(at + 1, luck)))
  const collections = Array.from({ length: COLLECTIONS }, (_, at) => ({ id: (at + 1) as CollectionId, title: `Collection ${at + 1}` }))
  return indexCatalog(made, collections, { at: NOW, timezone: 'Europe/Vienna' })
}

function makeProduct(id: number, luck: Luck): Product {
  const price = 100 + Math.round(luck.wait(4_000))
  const isOnSale = luck.chance(0.1)
  const size = skewed(luck, SIZES)
  return {
    id: id as ProductId,
    handle: `product-${id}`,
    title: `Product ${id}`,
    type: `Type ${skewed(luck, TYPES)}`,
    vendor: `Vendor ${skewed(luck, VENDORS)}`,
    category: `Category ${luck.below(10)} > Part ${luck.below(20)}`,
    tags: [`tag-${skewed(luck, TAGS)}`, `tag-${skewed(luck, TAGS)}`, `fits-${luck.below(1_000)}`],
    status: 'active',
    published: true,
    isGiftCard: false,
    requiresSellingPlan: false,
    pictureUrl: null,
    createdAt: NOW - luck.below(1_000) * DAY,
    options: ['Size'],
    variants: [
      {
        id: (id * 10) as VariantId,
        title: 'M',
        price: price as Minor,
        compareAt: (isOnSale ? price * 2 : null) as Minor | null,
        available: luck.chance(0.95),
        stock: luck.below(50),
        sku: '',
        options: [luck.pick(['S', 'M', 'L'])],
        cost: Math.round(price / 2) as Minor,
      },
    ],
    collections: [(1 + luck.below(COLLECTIONS)) as CollectionId],
    metafields: luck.chance(1 / 3)
      ? [
          { name: 'specs.size', values: [`size-${size}`] },
          { name: 'specs.takes', values: [1 + luck.below(8)] },
          { name: 'specs.holds', values: [luck.pick([1, 2, 4, 8, 12, 24])] },
          { name: 'specs.length', values: [luck.below(400)] },
        ]
      : [],
  }
}

/** Small numbers come more often than large ones. */
export function skewed(luck: Luck, bound: number): number {
  return Math.floor(bound * luck.next() ** 2)
}
