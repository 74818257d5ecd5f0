import type { Catalog } from '#app/catalog/catalog.ts'
import type { ProductId } from '#app/commerce/ids.ts'
import { priceOf } from '#app/commerce/product.ts'
import type { CatalogFeatures } from './train-shop.ts'

/** What the catalogue says of the products of a log; of one that it has no more, nothing. */
export function catalogFeatures(ids: readonly ProductId[], catalog: Catalog): CatalogFeatures {
  const products = ids.map((id) => catalog.products[catalog.indexOf(id) ?? -1])
  const numbers = new Map<string, number>()
  const numberOf = (type: string) => {
    const number = numbers.get(type) ?? numbers.size
    numbers.set(type, number)
    return number
  }
  return {
    texts: products.map((product) => (product ? `${product.title} ${product.type}` : '')),
    prices: Float32Array.from(products, (product) => (product && priceOf(product)) ?? Number.NaN),
    types: Int32Array.from(products, (product) => numberOf(product?.type.toLowerCase() ?? '')),
  }
}
