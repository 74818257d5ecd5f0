import type { Installation } from '../admin/installation.ts'
import { globalId } from '../admin/global-id.ts'
import type { Collection, Product, Variant } from '../shop.ts'
import { decimal } from '../state/money.ts'

export type PickerKind = 'product' | 'variant' | 'collection'

/** A line of the resource picker: what is shown, and what the app gets when it is picked. */
export interface Pickable {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly picture: string | null
  readonly resource: Readonly<Record<string, unknown>>
}

const MOST = 250

/** What the picker finds for a search: every word must occur. At most 250 lines, in the order of their titles. */
export function pickable({ shop, storefrontUrl }: Installation, kind: PickerKind, query: string): Pickable[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const products = [...shop.products.values()]
  const all =
    kind === 'collection'
      ? [...shop.collections.values()].map(ofCollection)
      : kind === 'variant'
        ? products.flatMap((product) => product.variants.map((variant) => ofVariant(product, variant, storefrontUrl)))
        : products.map((product) => ofProduct(product, storefrontUrl))
  return all
    .filter(({ title, note }) => words.every((word) => `${title} ${note}`.toLowerCase().includes(word)))
    .toSorted((one, other) => one.title.localeCompare(other.title))
    .slice(0, MOST)
}

function ofProduct(product: Product, storefrontUrl: string): Pickable {
  const picture = product.picture && storefrontUrl + product.picture.path
  return {
    id: globalId('Product', product.id),
    title: product.title,
    note: [product.productType, product.vendor, product.status === 'ACTIVE' ? '' : product.status.toLowerCase()]
      .filter(Boolean)
      .join(' · '),
    picture,
    resource: {
      id: globalId('Product', product.id),
      title: product.title,
      handle: product.handle,
      productType: product.productType,
      vendor: product.vendor,
      tags: product.tags,
      status: product.status,
      descriptionHtml: product.descriptionHtml,
      publishedAt: product.publishedAt,
      createdAt: product.createdAt,
      updatedAt: product.updatedAt,
      templateSuffix: null,
      hasOnlyDefaultVariant: product.variants.length === 1,
      totalVariants: product.variants.length,
      totalInventory: product.variants.reduce((sum, { stock }) => sum + (stock ?? 0), 0),
      tracksInventory: product.variants.some(({ stock }) => stock !== null),
      images: picture ? [{ id: globalId('ProductImage', product.id), originalSrc: picture, altText: product.picture?.alt }] : [],
      options: product.options.map(({ name, values }, at) => ({
        id: globalId('ProductOption', product.id * 10 + at),
        name,
        values,
        position: at + 1,
      })),
      variants: product.variants.map((variant) => variantResource(product, variant)),
    },
  }
}

function ofVariant(product: Product, variant: Variant, storefrontUrl: string): Pickable {
  return {
    id: globalId('ProductVariant', variant.id),
    title: variant.title === 'Default Title' ? product.title : `${product.title} – ${variant.title}`,
    note: variant.sku,
    picture: product.picture && storefrontUrl + product.picture.path,
    resource: variantResource(product, variant),
  }
}

function variantResource(product: Product, variant: Variant): Readonly<Record<string, unknown>> {
  return {
    id: globalId('ProductVariant', variant.id),
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    sku: variant.sku,
    price: decimal(variant.price),
    compareAtPrice: variant.compareAtPrice === null ? null : decimal(variant.compareAtPrice),
    inventoryQuantity: variant.stock ?? 0,
    inventoryPolicy: variant.continueSelling ? 'CONTINUE' : 'DENY',
    product: { id: globalId('Product', product.id) },
  }
}

function ofCollection(collection: Collection): Pickable {
  const count = collection.productIds.length
  return {
    id: globalId('Collection', collection.id),
    title: collection.title,
    note: count === 1 ? '1 product' : `${count} products`,
    picture: null,
    resource: {
      id: globalId('Collection', collection.id),
      title: collection.title,
      handle: collection.handle,
      description: collection.descriptionHtml,
      descriptionHtml: collection.descriptionHtml,
      updatedAt: collection.updatedAt,
      productsCount: count,
      productsAutomaticallySortedCount: 0,
      productsManuallySortedCount: count,
      publicationCount: 1,
      sortOrder: 'MANUAL',
      storefrontId: globalId('Collection', collection.id),
      templateSuffix: null,
      image: null,
      ruleSet: null,
    },
  }
}
