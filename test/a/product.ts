import type { CollectionId, ProductId, VariantId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Metafield } from '#app/commerce/metafield.ts'
import type { Product, Variant } from '#app/commerce/product.ts'

export interface ProductPart extends Partial<Omit<Product, 'id' | 'collections' | 'metafields'>> {
  readonly collections?: readonly number[]
  /** Minor units of its one variant. */
  readonly price?: number
  readonly available?: boolean
  /** The rest of its one variant. */
  readonly variant?: Partial<Variant>
  readonly metafields?: Readonly<Record<string, Metafield['values'][number] | Metafield['values']>>
}

/** A product that may be offered, with only what matters named. */
export function aProduct(
  id: number,
  { collections = [], price = 1000, available = true, variant = {}, metafields = {}, ...part }: ProductPart = {},
): Product {
  return {
    id: id as ProductId,
    handle: `product-${id}`,
    title: `Product ${id}`,
    type: 'Thing',
    vendor: 'Maker',
    category: null,
    createdAt: 0,
    options: ['Title'],
    tags: [],
    status: 'active',
    published: true,
    isGiftCard: false,
    requiresSellingPlan: false,
    pictureUrl: null,
    variants: [aVariant({ id: (id * 100) as VariantId, price: price as Minor, available, ...variant })],
    metafields: Object.entries(metafields).map(([name, values]) => ({ name, values: [values].flat() })),
    collections: collections as CollectionId[],
    ...part,
  }
}

export function aVariant(part: Partial<Variant> = {}): Variant {
  return {
    id: 1 as VariantId,
    title: 'Default Title',
    price: 1000 as Minor,
    compareAt: null,
    available: true,
    stock: null,
    sku: '',
    options: ['Default Title'],
    cost: null,
    ...part,
  }
}
