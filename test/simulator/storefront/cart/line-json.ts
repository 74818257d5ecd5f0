import type { ShopState } from '../../state/shop-state.ts'
import type { CartLine } from './cart.ts'
import { lineKey } from './cart.ts'

/**
 * A cart line as Shopify's cart API writes it. Prices are cents. `root` is the locale's part of the path, '' or `/de`.
 * Throws where the variant has left the shop: such lines are swept out of a cart before it is written.
 */
export function lineJson(shop: ShopState, line: CartLine, root: string) {
  const found = shop.variants.get(line.variantId)
  if (!found) throw new Error(`No variant ${line.variantId}`)
  const { product, variant } = found
  const isOnlyVariant = variant.title === 'Default Title'
  const total = variant.price * line.quantity
  const picture = product.picture
  return {
    id: variant.id,
    properties: line.properties,
    quantity: line.quantity,
    variant_id: variant.id,
    key: lineKey(line),
    title: isOnlyVariant ? product.title : `${product.title} - ${variant.title}`,
    price: variant.price,
    original_price: variant.price,
    presentment_price: variant.price / 100,
    discounted_price: variant.price,
    line_price: total,
    original_line_price: total,
    total_discount: 0,
    discounts: [],
    sku: variant.sku,
    grams: 0,
    vendor: product.vendor,
    taxable: true,
    product_id: product.id,
    product_has_only_default_variant: isOnlyVariant,
    gift_card: product.isGiftCard,
    final_price: variant.price,
    final_line_price: total,
    url: `${root}/products/${product.handle}?variant=${variant.id}`,
    featured_image: picture && {
      aspect_ratio: picture.width / picture.height,
      alt: picture.alt,
      height: picture.height,
      url: picture.path,
      width: picture.width,
    },
    image: picture?.path ?? null,
    handle: product.handle,
    requires_shipping: !product.isGiftCard,
    product_type: product.productType,
    product_title: product.title,
    product_description: product.descriptionHtml.replace(/<[^>]*>/g, ''),
    variant_title: isOnlyVariant ? null : variant.title,
    variant_options: variant.options,
    options_with_values: product.options.map((option, index) => ({ name: option.name, value: variant.options[index] ?? '' })),
    line_level_discount_allocations: [],
    line_level_total_discount: 0,
    has_components: false,
    parent_relationship: line.parent ? { parent_key: line.parent } : null,
  }
}
