import type { Catalog } from '#app/catalog/catalog.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { formatMoney, type Minor } from '#app/commerce/money.ts'
import type { SentenceContext } from '#app/rules/conditions/say.ts'
import { installationOf } from '#app/shopify/installation.server.ts'
import english from '#app/wording/locales/en.json' with { type: 'json' }
import { sayFrom } from '#app/wording/say.ts'

/** What the sentences of a shop's rules look up, for the terminal. */
export async function sentencesFor(shop: ShopId, catalog: Catalog): Promise<SentenceContext> {
  const currency = (await installationOf(shop))?.currency ?? 'XXX'
  return { say: sayFrom(english), catalog, money: (amount) => formatMoney(amount as Minor, currency, 'en') }
}
