import type { Product } from '../shop.ts'
import { day } from './clock.ts'

const withdrawnFor = 120 * day

/** Whether shoppers could buy the product then. What is hidden or archived today was withdrawn some months ago; a draft was never sold. Milliseconds. */
export function wasOnSale(product: Product, time: number, today: number): boolean {
  if (product.status === 'DRAFT' || time < Date.parse(product.createdAt)) return false
  const withdrawn = product.status === 'ARCHIVED' || product.publishedAt === null
  return !withdrawn || time < today - withdrawnFor
}
