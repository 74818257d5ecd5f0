import type { Catalog } from '#app/catalog/catalog.ts'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import { readStated } from '#app/catalog/read-stated.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { readConfirmed } from './facts/confirmed-store.server.ts'
import { knownProducts, type KnownProduct } from './known-products.ts'

/** The shop's catalogue at a time (milliseconds), and what is true of its products. */
export async function readKnown(
  shop: ShopId,
  now: number,
): Promise<{ readonly catalog: Catalog; readonly known: readonly KnownProduct[] }> {
  const [catalog, confirmed, stated] = await Promise.all([loadCatalog(shop, now), readConfirmed(shop), readStated(shop)])
  return { catalog, known: knownProducts(catalog, { confirmed, stated }) }
}
