import { priceOf, type Product } from '#app/commerce/product.ts'

/** A product as a page of the admin shows it. */
export interface PicturedProduct {
  readonly id: number
  readonly title: string
  readonly pictureUrl: string | null
  /** Lowest price in minor units; null where it has no variant. */
  readonly price: number | null
}

export function pictured(product: Product): PicturedProduct {
  return { id: product.id, title: product.title, pictureUrl: product.pictureUrl, price: priceOf(product) ?? null }
}
