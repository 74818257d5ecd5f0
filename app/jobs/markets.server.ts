import { recordChanged } from '#app/catalog/changes.server.ts'
import type { HeldMarket } from '#app/catalog/market.ts'
import { ProductSet } from '#app/catalog/product-set.ts'
import { productsInStore, replaceMarkets } from '#app/catalog/store-markets.server.ts'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { fetchMarkets, fetchPublication } from '#app/ingest/fetch-markets.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { enqueueWith } from '#app/queue/queue.server.ts'
import { whileInstalled } from '#app/queue/while-installed.server.ts'
import { holdInstallation, lockShop } from '#app/shopify/installation.server.ts'
import { adminOf } from '#app/shopify/shopify.server.ts'

/** Reads what each market leaves out, where the merchant lets us, and forgets it where not; has slots filled anew by it. */
export async function markets(shop: ShopId, signal: AbortSignal): Promise<void> {
  await whileInstalled(shop, async (installation) => {
    const found = installation.scopes.includes('read_markets') ? await readMarkets(shop, signal) : []
    await inTransaction(async (client) => {
      await lockShop(client, shop)
      await holdInstallation(client, installation)
      if (!(await replaceMarkets(client, shop, found))) return
      await recordChanged(client, shop, 'any')
      await enqueueWith(client, 'publish', shop)
      await enqueueWith(client, 'lint', shop)
    })
  })
}

/**
 * What is told is told of the products that were in the store before Shopify was asked: whatever comes meanwhile counts as
 * left out nowhere.
 */
async function readMarkets(shop: ShopId, signal: AbortSignal): Promise<HeldMarket[]> {
  const admin = await adminOf(shop)
  const inStore = await productsInStore(shop)
  const places = new Map(inStore.map((id, place) => [id, place]))
  const told = await fetchMarkets(admin, signal)

  const published = new Map<string, ProductSet>()
  for (const publication of new Set(told.flatMap(({ publications }) => publications ?? []))) {
    const has = new ProductSet(inStore.length)
    for await (const batch of fetchPublication(admin, publication, signal)) has.addAll(batch.flatMap((id) => places.get(id) ?? []))
    published.set(publication, has)
  }

  function lackedWhere(publications: readonly string[] | null): ProductId[] {
    if (!publications) return []
    const has = publications.map((one) => published.get(one)!).reduce((all, one) => all.or(one))
    return [...has.complement()].map((place) => inStore[place]!)
  }
  return told.map(({ handle, name, publications }) => ({ handle, name, lacks: lackedWhere(publications) }))
}
