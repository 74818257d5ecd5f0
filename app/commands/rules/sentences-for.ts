import type { Catalog } from '#app/catalog/catalog.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import type { SentenceContext } from '#app/rules/conditions/say.ts'
import { installationOf } from '#app/shopify/installation.server.ts'
import { merchantWords } from '#app/wording/merchant-words.ts'

/** What the sentences of a shop's rules look up, for the terminal. */
export async function sentencesFor(shop: ShopId, catalog: Catalog): Promise<SentenceContext> {
  return { ...merchantWords((await installationOf(shop))?.currency), catalog }
}
