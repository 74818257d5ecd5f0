import type { Product, Variant } from '../../shop.ts'
import { inStock } from '../../state/available.ts'
import type { ShopState } from '../../state/shop-state.ts'
import { planOf } from '../../selling-plan.ts'
import { isOnSale } from '../is-on-sale.ts'

/** Why the shop would not sell that many pieces of a variant, in words for the shopper; undefined where it would. */
export function whyRefused(shop: ShopState, variantId: number, quantity: number, sellingPlanId?: number): string | undefined {
  const found = shop.variants.get(variantId)
  if (!found || !isOnSale(found.product)) return 'Cannot find variant'
  const { product, variant } = found
  if (sellingPlanId !== undefined && !planOf(product, sellingPlanId)) return 'Cannot apply selling plan to variant'
  const name = nameOf(product, variant)
  if (inStock(variant, quantity)) return undefined
  return inStock(variant) ? `You can only add ${variant.stock} ${name} to the cart.` : `The product '${name}' is already sold out.`
}

function nameOf(product: Product, variant: Variant): string {
  return variant.title === 'Default Title' ? product.title : `${product.title} - ${variant.title}`
}
