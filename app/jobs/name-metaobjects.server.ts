import { recordChanged } from '#app/catalog/changes.server.ts'
import { referencedMetaobjects, replaceMetaobjects } from '#app/catalog/metaobjects.server.ts'
import { fetchMetaobjects } from '#app/ingest/fetch-metaobjects.server.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { holdInstallation, lockShop, type Installation } from '#app/shopify/installation.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'

/** Learns what the category attributes of the catalogue are called, where the merchant lets us, and forgets it where not. */
export async function nameMetaobjects(installation: Installation, admin: AdminApi, signal: AbortSignal): Promise<void> {
  const { shop, scopes } = installation
  const named = scopes.includes('read_metaobjects') ? await fetchMetaobjects(admin, await referencedMetaobjects(shop), signal) : []
  await inTransaction(async (client) => {
    await lockShop(client, shop)
    await holdInstallation(client, installation)
    if (await replaceMetaobjects(client, shop, named)) await recordChanged(client, shop, 'any')
  })
}
