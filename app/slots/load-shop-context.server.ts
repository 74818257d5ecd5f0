import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { boughtAgainOf } from '#app/models/pairs/bought-again.ts'
import { companionsOf, noCompanions } from '#app/models/pairs/companions.ts'
import { loadModel } from '#app/models/snapshot/load-model.server.ts'
import type { Sales } from '#app/rules/resolve/rank-products.ts'
import { readSales } from '#app/signals/read-sales.server.ts'
import type { ShopContext } from './shop-context.ts'

const DAY = 24 * 60 * 60 * 1000
/** What sold in the last quarter says what sells best. */
const SALES_DAYS = 90

/** What sold lately. */
export function loadSales(shop: ShopId, now: Date): Promise<Sales> {
  return readSales(shop, now.getTime() - SALES_DAYS * DAY)
}

/**
 * What the shop has and what its orders say, for publishing, for reviews and for the merchant's preview alike. `at` is the
 * moment of which the catalogue is to tell, when it is another.
 */
export async function loadShopContext(shop: ShopId, now: Date, at = now): Promise<ShopContext> {
  const [catalog, sales, trained] = await Promise.all([loadCatalog(shop, at.getTime()), loadSales(shop, now), loadModel(shop)])
  if (!trained) return { catalog, sales, companions: noCompanions, model: 'none' }
  const { lists, version } = trained
  return { catalog, sales, companions: companionsOf(lists), boughtAgain: boughtAgainOf(lists), model: version }
}
