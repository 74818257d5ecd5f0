import { readStated } from '#app/catalog/read-stated.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import type { Product } from '#app/commerce/product.ts'
import { isCopyOn } from '../setting.server.ts'
import { readConfirmed } from './confirmed-store.server.ts'
import { facetKeyOf } from './fact.ts'
import { factsOf } from './facts-of.ts'
import { priceClasses } from './price-classes.ts'

/** What is true of each of these products, as pages name it; undefined where nothing is said of any. */
export async function readLooks(
  shop: ShopId,
  products: readonly Product[],
): Promise<((product: Product) => readonly string[]) | undefined> {
  if (!(await isCopyOn(shop))) return undefined
  const [confirmed, stated] = await Promise.all([readConfirmed(shop), readStated(shop)])
  const prices = priceClasses(products)
  return (product) => factsOf(product, prices, { confirmed: confirmed.get(product.id), stated: stated.get(product.id) }).map(facetKeyOf)
}
