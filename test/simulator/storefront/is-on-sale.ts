import type { Product } from '../shop.ts'

/** Whether the online store shows the product at all. */
export function isOnSale(product: Product): boolean {
  return product.status === 'ACTIVE' && product.publishedAt !== null
}
