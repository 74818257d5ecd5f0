import type { PricedLine } from '../../discounts/price-lines.ts'
import { centsOf, toTill, type Till } from '../../discounts/till.ts'
import { allocationOf, planOf } from '../../selling-plan.ts'
import type { CartLine } from './cart.ts'

/** A cart line as Shopify's cart API writes it. Prices are cents. `root` is the locale's part of the path, '' or `/de`. */
export function lineJson({ key, line, product, variant, price: minor, allocation }: PricedLine<CartLine>, till: Till, root: string) {
  const isOnlyVariant = variant.title === 'Default Title'
  const price = centsOf(minor, till)
  const whole = price * line.quantity
  const off = centsOf(allocation?.amount ?? 0, till)
  const each = Math.round((whole - off) / line.quantity)
  const picture = product.picture
  const plan = planOf(product, line.sellingPlanId)
  return {
    id: variant.id,
    properties: line.properties,
    quantity: line.quantity,
    variant_id: variant.id,
    key,
    title: isOnlyVariant ? product.title : `${product.title} - ${variant.title}`,
    price,
    original_price: price,
    presentment_price: price / 100,
    discounted_price: each,
    line_price: whole - off,
    original_line_price: whole,
    total_discount: off,
    discounts: allocation ? [{ amount: off, title: allocation.discount.title }] : [],
    sku: variant.sku,
    grams: 0,
    vendor: product.vendor,
    taxable: true,
    product_id: product.id,
    product_has_only_default_variant: isOnlyVariant,
    gift_card: product.isGiftCard,
    final_price: each,
    final_line_price: whole - off,
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
    line_level_discount_allocations: allocation ? [{ amount: off, discount_application: applicationOf(allocation, off) }] : [],
    line_level_total_discount: off,
    has_components: false,
    ...(plan && { selling_plan_allocation: allocationOf(centsOf(toTill(variant.price, till), till), plan) }),
    parent_relationship: line.parent ? { parent_key: line.parent } : null,
  }
}

function applicationOf({ discount }: NonNullable<PricedLine['allocation']>, cents: number) {
  return {
    type: 'automatic',
    key: String(discount.id),
    title: discount.title,
    description: null,
    value: (cents / 100).toFixed(2),
    created_at: discount.createdAt,
    value_type: 'fixed_amount',
    allocation_method: discount.what.kind === 'app' ? 'each' : 'across',
    target_selection: 'entitled',
    target_type: 'line_item',
    total_allocated_amount: cents,
  }
}
