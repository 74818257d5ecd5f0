import type { ShopId } from '#app/commerce/ids.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { readOtherDiscounts } from '#app/publish/deals/discount-store.server.ts'
import { whileInstalled } from '#app/queue/while-installed.server.ts'
import { lintShop } from '#app/rules/lint/lint-shop.ts'
import { keepFindings } from '#app/rules/lint/store-findings.server.ts'
import { holdInstallation } from '#app/shopify/installation.server.ts'
import { loadLinted } from '#app/slots/load-linted.server.ts'

/** Looks through the rules that the shop's merchants work on, and keeps what is found for the home page. */
export async function lint(shop: ShopId): Promise<void> {
  await whileInstalled(shop, async (installation) => {
    const now = new Date()
    const findings = lintShop((await loadLinted(shop, now, await readOtherDiscounts(shop))).linted)
    await inTransaction(async (client) => {
      await holdInstallation(client, installation)
      await keepFindings(client, shop, findings, now)
    })
  })
}
