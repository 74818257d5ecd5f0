import type { ShopId } from '#app/commerce/ids.ts'
import type { Catalog } from '#app/catalog/catalog.ts'
import type { OtherDiscount } from '#app/offers/other-discount.ts'
import { lintedShop, type LintedShop } from '#app/rules/lint/linted-shop.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { loadSources } from './load-sources.server.ts'

/**
 * What the shop's merchants work on, ready to be looked through beside the shop's own discounts. It is made where its resolver is made: the pages' build has
 * a copy of the pure code of its own, and sets of products of two copies cannot meet.
 */
export async function loadLinted(
  shop: ShopId,
  now: Date,
  others: readonly OtherDiscount[],
): Promise<{ readonly set: RuleSet; readonly catalog: Catalog; readonly linted: LintedShop }> {
  const { set, catalog, resolver } = await loadSources(shop, now)
  return { set, catalog, linted: lintedShop(set, catalog, resolver, others) }
}
