import { metafieldOf } from '#app/commerce/metafield.ts'
import type { Product } from '#app/commerce/product.ts'

/** Why a product may not be offered, whoever asks for it. */
export type Ineligible = 'not-active' | 'unpublished' | 'gift-card' | 'selling-plan-only' | 'sold-out' | 'free'

/** The first reason why the product may not stand in a slot; undefined where it may. */
export function whyIneligible(product: Product): Ineligible | undefined {
  if (product.status !== 'active') return 'not-active'
  if (!product.published) return 'unpublished'
  if (product.isGiftCard) return 'gift-card'
  if (product.requiresSellingPlan) return 'selling-plan-only'
  if (!product.variants.some((variant) => variant.available)) return 'sold-out'
  if (!product.variants.some(({ available, price }) => available && price > 0)) return 'free'
  return undefined
}

/** Whether shoppers can open the product's page: sold out or free is no hindrance there. */
export function hasPage(product: Product): boolean {
  return product.status === 'active' && product.published
}

/** Whether the merchant keeps the product from being found: then nobody is led to it who was not sent there by a rule. */
export function isHidden(product: Product): boolean {
  return metafieldOf(product, 'seo.hidden').some((value) => value === 1 || value === true)
}
