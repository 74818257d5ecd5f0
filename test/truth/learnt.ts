import type { CollectionId, CustomerId, OrderId, ProductId, VariantId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import { indexCatalog, type Catalog } from '#app/catalog/catalog.ts'
import { fairPurchases, type Purchase } from '#app/signals/purchases.ts'
import type { World } from '../simulator/shop.ts'

/** The catalogue as the app would hold it after reading the world's shop. */
export function catalogOf(world: World): Catalog {
  const collectionsOf = (id: number) => world.collections.filter(({ productIds }) => productIds.includes(id)).map((one) => one.id)
  return indexCatalog(
    world.products.map((product) => ({
      id: product.id as ProductId,
      handle: product.handle,
      title: product.title,
      type: product.productType,
      vendor: product.vendor,
      category: product.category ?? null,
      createdAt: Date.parse(product.createdAt),
      options: product.options.map(({ name }) => name),
      tags: product.tags,
      status: product.status.toLowerCase() as 'active' | 'draft' | 'archived',
      published: product.publishedAt !== null,
      isGiftCard: product.isGiftCard,
      requiresSellingPlan: product.requiresSellingPlan,
      pictureUrl: product.picture?.path ?? null,
      variants: product.variants.map(({ id, title, price, compareAtPrice, stock, sku, options, cost }) => ({
        id: id as VariantId,
        title,
        price: price as Minor,
        compareAt: compareAtPrice as Minor | null,
        available: stock !== 0,
        stock,
        sku,
        options,
        cost: (cost ?? null) as Minor | null,
      })),
      collections: collectionsOf(product.id) as CollectionId[],
      metafields: product.metafields.map(({ namespace, key, value }) => ({ name: `${namespace}.${key}`, values: [value] })),
    })),
    world.collections.map(({ id, title }) => ({ id: id as CollectionId, title })),
    { at: Math.max(...world.products.map(({ updatedAt }) => Date.parse(updatedAt)), 0), timezone: world.facts.timezone },
  )
}

/** The orders of the world that stand, as the app would learn from them. */
export function purchasesOf({ orders }: World): Purchase[] {
  const purchases = orders
    .filter(({ cancelledAt }) => cancelledAt === null)
    .map(({ id, customerId, createdAt, lines }) => ({
      order: id as OrderId,
      customer: customerId as CustomerId | null,
      at: Date.parse(createdAt),
      products: [...new Set(lines.filter((line) => line.currentQuantity > 0).map((line) => line.productId as ProductId))],
    }))
  return fairPurchases(purchases, Date.now())
}
