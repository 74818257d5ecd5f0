import type { CollectionId, ProductId, VariantId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Product } from '#app/commerce/product.ts'

export interface ProductPart extends Partial<Omit<Product, 'id' | 'collections' | 'variants'>> {
  readonly collections?: readonly number[]
  /** Minor units of its one variant. */
  readonly price?: number
  readonly available?: boolean
}

/** A product that may be offered, with only what matters named. */
export function aProduct(id: number, { collections = [], price = 1000, available = true, ...part }: ProductPart = {}): Product {
  return {
    id: id as ProductId,
    handle: `product-${id}`,
    title: `Product ${id}`,
    type: 'Thing',
    vendor: 'Maker',
    tags: [],
    status: 'active',
    published: true,
    isGiftCard: false,
    requiresSellingPlan: false,
    pictureUrl: null,
    variants: [{ id: (id * 100) as VariantId, title: 'Default Title', price: price as Minor, available }],
    collections: collections as CollectionId[],
    ...part,
  }
}
