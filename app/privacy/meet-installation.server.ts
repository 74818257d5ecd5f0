import { readShopNumber } from '#app/commerce/ids.ts'
import { readPlan } from '#app/ingest/read-plan.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import { callAdmin } from '#app/shopify/call-admin.server.ts'
import { holdInstallation, type Installation } from '#app/shopify/installation.server.ts'
import type { AdminApi } from '#app/shopify/shopify.server.ts'
import { beginAnew } from './forget.server.ts'

const WHICH_INSTALLATION = `#graphql
  query WhichInstallation {
    shop { id plan { publicDisplayName shopifyPlus partnerDevelopment } }
    currentAppInstallation { id }
  }` as const

/**
 * Asks Shopify which installation of the app this is, and writes it down where we did not know; and the shop's plan of today. True where it is another than the
 * one that we knew: the app was removed and is back, and nobody told. Then the shop begins anew, and the work at hand is over.
 */
export async function isAnotherInstallation(installation: Installation, admin: AdminApi): Promise<boolean> {
  const { shop } = installation
  const now = await callAdmin(admin, WHICH_INSTALLATION)
  const id = now.currentAppInstallation.id
  return inTransaction(async (client) => {
    await holdInstallation(client, installation)
    const { rows } = await client.query<{ known: string | null }>(
      `UPDATE shop SET number = coalesce(number, $2), installation = coalesce(installation, $3), met_at = coalesce(met_at, clock_timestamp()),
         plan = $4
       WHERE id = $1 RETURNING installation AS known`,
      [shop, readShopNumber(now.shop.id) ?? null, id, readPlan(now.shop.plan)],
    )
    if (rows[0]?.known === id) return false
    log.warn({ shop }, 'The app was removed from a shop and is back: it begins anew')
    await beginAnew(client, shop, id)
    return true
  })
}
