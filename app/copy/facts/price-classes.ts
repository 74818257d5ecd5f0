import { priceOf, type Product } from '#app/commerce/product.ts'
import type { PriceClass } from './fact.ts'

/** Of fewer products nobody can say which are dear. */
const FEWEST = 6

export interface PriceClasses {
  /** Undefined where a product has no price, or too few others are of its type. */
  of(product: Product): { readonly value: PriceClass; readonly among: number } | undefined
}

/** Thirds of the prices of each type, lowest first. Where prices cannot be told apart there are none. */
export function priceClasses(products: readonly Product[]): PriceClasses {
  const byType = new Map<string, number[]>()
  for (const product of products) {
    const price = priceOf(product)
    if (price === undefined || product.type === '') continue
    const prices = byType.get(product.type)
    if (prices) prices.push(price)
    else byType.set(product.type, [price])
  }
  const thirds = new Map<string, { readonly low: number; readonly high: number; readonly among: number }>()
  for (const [type, prices] of byType) {
    prices.sort((one, other) => one - other)
    const [low, high] = [prices[Math.floor((prices.length - 1) / 3)]!, prices[Math.ceil(((prices.length - 1) * 2) / 3)]!]
    if (prices.length >= FEWEST && low < high) thirds.set(type, { low, high, among: prices.length })
  }
  return {
    of(product) {
      const [price, known] = [priceOf(product), thirds.get(product.type)]
      if (price === undefined || !known) return undefined
      return { value: price <= known.low ? 'lower' : price >= known.high ? 'upper' : 'middle', among: known.among }
    },
  }
}
