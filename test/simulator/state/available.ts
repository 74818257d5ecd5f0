import type { Product, Variant } from '../shop.ts'

/** Whether a shopper may buy `quantity` of the variant, as far as its stock goes. */
export function inStock(variant: Variant, quantity = 1): boolean {
  return variant.stock === null || variant.continueSelling || variant.stock >= quantity
}

/** What Shopify calls `availableForSale`: the product is active and the stock allows one more. */
export function availableForSale(product: Product, variant: Variant): boolean {
  return product.status === 'ACTIVE' && inStock(variant)
}
