import type { ShopId } from '#app/commerce/ids.ts'
import { closeDatabase } from '#app/platform/db.server.ts'
import { installedShops } from '#app/shopify/installation.server.ts'
import type { AppConfig } from './app-config.ts'
import { ill, unknown, type Finding } from './finding.ts'
import { lookAtApp, lookAtClock } from './look-at-app.ts'
import { lookAtDatabase } from './look-at-database.ts'
import { lookAtShop } from './look-at-shop.ts'

/** Looks at what lies behind the settings, and at one shop or every one, and tells what it finds as it finds it. */
export async function lookAtAll(only: ShopId | undefined, config: AppConfig, tell: (findings: readonly Finding[]) => void): Promise<void> {
  try {
    const database = await lookAtDatabase()
    tell(database)
    // Nothing else works without it, nor is known which shops there are.
    if (database.some(({ kind }) => kind === 'ill')) return
    tell([await lookAtApp()])
    const shops = (await installedShops()).filter(({ shop }) => only === undefined || shop === only)
    if (shops.length === 0) tell([noShop(only)])
    for (const { shop, installedAt } of shops)
      tell((await lookAtShop(shop, installedAt, config)).map((finding) => ({ ...finding, what: `${shop} · ${finding.what}` })))
    if (shops.length > 0) tell([lookAtClock()])
  } finally {
    await closeDatabase()
  }
}

function noShop(only: ShopId | undefined): Finding {
  if (only) return ill(only, 'has not installed the app.', 'Open the app’s install link there.')
  return unknown('Shops', 'none has installed the app yet.', 'Open the app’s install link in a shop, then look again.')
}
