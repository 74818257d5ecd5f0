import type { Product, ShopFacts, Variant } from '../shop.ts'
import { globalId } from '../admin/global-id.ts'
import { decimal } from './money.ts'
import { zonedTime } from './zoned-time.ts'

/** Of more variants a body tells no more than who they are and when each was last changed. */
const MOST_VARIANTS = 100

/** The body of `products/*` webhooks: Shopify's REST shape of a product, with what it has learnt since. */
export function productBody(product: Product, facts: ShopFacts): Record<string, unknown> {
  const time = (iso: string): string => zonedTime(iso, facts.timezone)
  const image = product.picture && {
    id: product.id + 1,
    product_id: product.id,
    position: 1,
    alt: product.picture.alt,
    width: product.picture.width,
    height: product.picture.height,
    src: `https://${facts.domain}${product.picture.path}`,
    variant_ids: [],
  }
  return {
    id: product.id,
    admin_graphql_api_id: `gid://shopify/Product/${product.id}`,
    title: product.title,
    body_html: product.descriptionHtml,
    handle: product.handle,
    vendor: product.vendor,
    product_type: product.productType,
    tags: product.tags.join(', '),
    status: product.status.toLowerCase(),
    published_at: product.publishedAt && time(product.publishedAt),
    created_at: time(product.createdAt),
    updated_at: time(product.updatedAt),
    template_suffix: null,
    published_scope: 'global',
    options: product.options.map(({ name, values }, at) => ({
      id: product.id * 10 + at,
      product_id: product.id,
      name,
      position: at + 1,
      values,
    })),
    variants: product.variants.slice(0, MOST_VARIANTS).map((variant, at) => variantBody(product, variant, at + 1, time)),
    variant_gids: product.variants.map(({ id, updatedAt = product.createdAt }) => ({
      admin_graphql_api_id: globalId('ProductVariant', id),
      updated_at: time(updatedAt),
    })),
    has_variants_that_requires_components: false,
    images: image ? [image] : [],
    image,
    media: image ? [mediumBody(product, image, time)] : [],
    category: categoryBody(product.category),
  }
}

function variantBody(product: Product, variant: Variant, position: number, time: (iso: string) => string): Record<string, unknown> {
  return {
    id: variant.id,
    admin_graphql_api_id: `gid://shopify/ProductVariant/${variant.id}`,
    product_id: product.id,
    title: variant.title,
    sku: variant.sku,
    position,
    price: decimal(variant.price),
    compare_at_price: variant.compareAtPrice === null ? null : decimal(variant.compareAtPrice),
    inventory_policy: variant.continueSelling ? 'continue' : 'deny',
    inventory_item_id: variant.inventoryItemId,
    inventory_quantity: variant.stock ?? 0,
    old_inventory_quantity: variant.stock ?? 0,
    option1: variant.options[0] ?? null,
    option2: variant.options[1] ?? null,
    option3: variant.options[2] ?? null,
    taxable: true,
    barcode: null,
    created_at: time(product.createdAt),
    updated_at: time(variant.updatedAt ?? product.createdAt),
  }
}

interface Picture {
  readonly position: number
  readonly alt: string
  readonly width: number
  readonly height: number
  readonly src: string
}

function mediumBody({ id, createdAt }: Product, { position, alt, width, height, src }: Picture, time: (iso: string) => string) {
  return {
    id: id + 2,
    product_id: id,
    position,
    created_at: time(createdAt),
    updated_at: time(createdAt),
    alt,
    status: 'READY',
    preview_image: { width, height, src, status: 'READY' },
    variant_ids: [],
    media_content_type: 'IMAGE',
    admin_graphql_api_id: globalId('MediaImage', id + 2),
  }
}

/** The product's place in Shopify's taxonomy, by its full name. */
function categoryBody(fullName: string | undefined): Record<string, unknown> | null {
  if (fullName === undefined) return null
  const names = fullName.split(' > ')
  const place = names.map((name) => name.length).join('-')
  return { admin_graphql_api_id: `gid://shopify/TaxonomyCategory/${place}`, name: names.at(-1), full_name: fullName }
}
