import { signProxy } from '../simulator/app-proxy/sign-proxy.ts'
import { LOCAL_API_SECRET } from './app-processes.ts'

/** The path at which Shopify would ask the app now for a shopper of the shop who asks this. */
export function signedAsk(shop: string, asked: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ logged_in_customer_id: '', ...asked, shop, path_prefix: '/apps/tandem' })
  query.append('timestamp', String(Math.floor(Date.now() / 1000)))
  query.append('signature', signProxy(query, LOCAL_API_SECRET))
  return `/proxy/offers?${query}`
}
