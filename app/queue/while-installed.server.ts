import type { ShopId } from '#app/commerce/ids.ts'
import { log } from '#app/platform/log.server.ts'
import { InstallationEnded, installationOf, type Installation } from '#app/shopify/installation.server.ts'

/**
 * Works for the shop's present installation. Where there is none nothing happens, and where it ends meanwhile nothing more:
 * what the work would have written, it throws away with InstallationEnded. Returns whether the work was done.
 */
export async function whileInstalled(shop: ShopId, work: (installation: Installation) => Promise<void>): Promise<boolean> {
  const installation = await installationOf(shop)
  if (!installation) return false
  try {
    await work(installation)
    return true
  } catch (error) {
    if (!(error instanceof InstallationEnded)) throw error
    log.info({ shop, generation: installation.generation }, 'The installation ended while work for it was under way')
    return false
  }
}
