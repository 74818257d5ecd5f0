import type { Catalog } from '#app/catalog/catalog.ts'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import { readStated } from '#app/catalog/read-stated.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { readConfirmed } from './facts/confirmed-store.server.ts'
import { knownProducts, type Beside, type KnownProduct } from './known-products.ts'

/** The shop's catalogue at a time (milliseconds), what is true of its products, and what of that people have said. */
export async function readKnown(
  shop: ShopId,
  now: number,
): Promise<{ readonly catalog: Catalog; readonly known: readonly KnownProduct[]; readonly confirmed: NonNullable<Beside['confirmed']> }> {
  const [catalog, confirmed, stated] = await Promise.all([loadCatalog(shop, now), readConfirmed(shop), readStated(shop)])
  return { catalog, confirmed, known: knownProducts(catalog, { confirmed, stated }) }
}
