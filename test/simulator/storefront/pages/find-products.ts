import type { Product } from '../../shop.ts'
import type { ShopState } from '../../state/shop-state.ts'
import { isOnSale } from '../is-on-sale.ts'

/** Products whose title, type, vendor or tags hold every word; no words find nothing. */
export function findProducts(shop: ShopState, terms: string): readonly Product[] {
  const words = terms.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return [...shop.products.values()].filter((product) => {
    const text = [product.title, product.productType, product.vendor, ...product.tags].join(' ').toLowerCase()
    return isOnSale(product) && words.every((word) => text.includes(word))
  })
}
