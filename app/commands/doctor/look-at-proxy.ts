import type { ShopId } from '#app/commerce/ids.ts'
import { fetchShopify } from '#app/shopify/fetch-shopify.server.ts'
import type { AppConfig } from './app-config.ts'
import { ill, unknown, well, type Finding } from './finding.ts'

const PATIENCE = 15_000
/** What our door says first, whatever it has to show. */
const OURS = '{"v":1,'

/** Whether the shop's storefront passes on to us what is asked at the proxy's path. */
export async function lookAtProxy(shop: ShopId, { proxyPath }: AppConfig): Promise<Finding> {
  const path = `${proxyPath}/offers`
  const what = 'Proxy'
  try {
    const response = await fetchShopify(`https://${shop}${path}?product=1`, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) })
    const { status } = response
    if ((await response.text()).startsWith(OURS)) return well(what, `${path} of the storefront reaches the app`)
    if (status >= 300 && status < 400)
      return unknown(what, `the storefront leads ${path} elsewhere: it may be closed by a password.`, 'Open the shop, then look again.')
    if (status === 401)
      return ill(what, 'the app takes Shopify’s signature for a forgery.', 'Set SHOPIFY_API_SECRET to the client secret of this app.')
    if (status === 404)
      return ill(
        what,
        `nobody answers at ${path}.`,
        'Run npx shopify app deploy, then see in the shop’s settings whether its merchant has moved the proxy.',
      )
    return ill(what, `${path} is answered with ${status}.`, 'See that the app’s address can be reached from outside.')
  } catch (error) {
    return ill(what, `the storefront does not answer (${(error as Error).message}).`, 'Try again later.')
  }
}
