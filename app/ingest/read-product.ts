import { z } from 'zod'
import { readGid, type CollectionId, type ProductId } from '#app/commerce/ids.ts'
import type { Metafield } from '#app/commerce/metafield.ts'
import { readAmount } from '#app/commerce/money.ts'
import type { Product, Variant } from '#app/commerce/product.ts'
import type { Stated } from '#app/commerce/stated.ts'
import { brokenLine, type BrokenLine } from '#app/shopify/export/broken-line.ts'
import { longMetafield } from './long-metafield.ts'
import { statedIn } from './read-description.ts'
import { incomparable, readMetafield, type Incomparable } from './read-metafield.ts'
import { reportedTime } from './reported-time.ts'

/** A product without what hangs on it; times in milliseconds. */
export interface ProductRow extends Omit<Product, 'variants' | 'collections' | 'metafields' | 'published'> {
  readonly publishedAt: number | null
  readonly updatedAt: number
  readonly stated: readonly Stated[]
}

/** One line of a catalogue export, or the reason why it is none. Its children may come long before or after their product. */
export type CatalogLine =
  /** `variants` is how many it has; null where that was not asked for. */
  | { readonly kind: 'product'; readonly product: ProductRow; readonly variants: number | null }
  | { readonly kind: 'variant'; readonly of: ProductId; readonly variant: Variant }
  | { readonly kind: 'member'; readonly of: ProductId; readonly collection: CollectionId; readonly title: string }
  | { readonly kind: 'metafield'; readonly of: ProductId; readonly metafield: Metafield }
  /** What rules cannot compare; null where nobody would look for it. */
  | { readonly kind: 'incomparable'; readonly of: ProductId; readonly fact: Incomparable | null }
  | BrokenLine

const productLine = z.object({
  id: z.string(),
  handle: z.string(),
  title: z.string(),
  productType: z.string(),
  vendor: z.string(),
  tags: z.array(z.string()),
  status: z.enum(['ACTIVE', 'DRAFT', 'ARCHIVED', 'UNLISTED']),
  publishedAt: reportedTime.nullable(),
  isGiftCard: z.boolean(),
  requiresSellingPlan: z.boolean(),
  createdAt: reportedTime,
  updatedAt: reportedTime,
  category: z.object({ fullName: z.string() }).nullish(),
  descriptionHtml: z.string().nullish(),
  options: z.array(z.object({ name: z.string() })),
  variantsCount: z.object({ count: z.int32().min(0) }).nullish(),
  featuredMedia: z.object({ preview: z.object({ image: z.object({ url: z.string() }).nullable() }).nullable() }).nullable(),
})
const variantLine = z.object({
  id: z.string(),
  title: z.string(),
  price: z.string(),
  compareAtPrice: z.string().nullish(),
  availableForSale: z.boolean(),
  sku: z.string().nullish(),
  inventoryQuantity: z.int().nullish(),
  selectedOptions: z.array(z.object({ name: z.string(), value: z.string() })),
  inventoryItem: z.object({ tracked: z.boolean(), unitCost: z.object({ amount: z.string() }).nullish() }).nullish(),
})
const memberLine = z.object({ id: z.string(), title: z.string() })
const anyLine = z.object({ id: z.string(), __parentId: z.string().optional() })

const STATUS = { ACTIVE: 'active', DRAFT: 'draft', ARCHIVED: 'archived', UNLISTED: 'unlisted' } as const

/** Reads one object of the documents in `catalog-documents.ts`. `currency` is the shop's (ISO 4217): prices are in it. */
export function readCatalogLine(json: unknown, currency: string): CatalogLine {
  const known = anyLine.safeParse(json)
  if (!known.success) return longMetafield(json) ?? brokenLine(json, known.error)
  const { id, __parentId } = known.data
  if (__parentId === undefined) return readProduct(json, readGid('Product', id))
  const of = readGid('Product', __parentId)
  if (of === undefined) return brokenLine(json, '__parentId: is no product')
  if (id.includes('/Metafield/')) return readFact(json, of)
  return id.includes('/ProductVariant/') ? readVariant(json, of, currency) : readMember(json, of)
}

function readFact(json: unknown, of: ProductId): CatalogLine {
  const metafield = readMetafield(json)
  return metafield ? { kind: 'metafield', of, metafield } : { kind: 'incomparable', of, fact: incomparable(json) ?? null }
}

function readProduct(json: unknown, id: ProductId | undefined): CatalogLine {
  const read = productLine.safeParse(json)
  if (!read.success) return brokenLine(json, read.error)
  if (id === undefined) return brokenLine(json, 'id: is no product')
  const { productType, category, options, featuredMedia, status, variantsCount, descriptionHtml, ...rest } = read.data
  return {
    kind: 'product',
    product: {
      ...rest,
      id,
      type: productType,
      category: category?.fullName ?? null,
      options: options.map(({ name }) => name),
      status: STATUS[status],
      pictureUrl: featuredMedia?.preview?.image?.url ?? null,
      stated: statedIn(descriptionHtml ?? ''),
    },
    variants: variantsCount?.count ?? null,
  }
}

function readVariant(json: unknown, of: ProductId, currency: string): CatalogLine {
  const read = variantLine.safeParse(json)
  if (!read.success) return brokenLine(json, read.error)
  const { title, availableForSale: available, sku, inventoryQuantity, inventoryItem, selectedOptions } = read.data
  const id = readGid('ProductVariant', read.data.id)
  const price = readAmount(read.data.price, currency)
  if (id === undefined) return brokenLine(json, 'id: is no variant')
  if (price === undefined) return brokenLine(json, 'price: is no amount')
  const variant = {
    id,
    title,
    price,
    compareAt: readAmount(read.data.compareAtPrice, currency) ?? null,
    available,
    stock: inventoryItem?.tracked === false ? null : (inventoryQuantity ?? null),
    sku: sku ?? '',
    options: selectedOptions.map(({ value }) => value),
    cost: readAmount(inventoryItem?.unitCost?.amount, currency) ?? null,
  }
  return { kind: 'variant', of, variant }
}

function readMember(json: unknown, of: ProductId): CatalogLine {
  const read = memberLine.safeParse(json)
  if (!read.success) return brokenLine(json, read.error)
  const collection = readGid('Collection', read.data.id)
  return collection === undefined ? brokenLine(json, 'id: is no collection') : { kind: 'member', of, collection, title: read.data.title }
}
