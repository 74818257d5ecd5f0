import { grantedScopes, type Installation } from '../admin/installation.ts'
import { readCookie } from '../storefront/cookies.ts'
import type { DrawLiquid } from '../storefront/storefront-door.ts'
import { headersOfAnswer, headersOfAsk } from './passed-headers.ts'
import { signProxy } from './sign-proxy.ts'

const PATIENCE = 10_000

/**
 * `/apps/tandem/…` on a storefront, or wherever the merchant has moved it: passed on to the app with the shop, the time and the
 * signed-in customer, signed. Where the app sends on to another address, that is asked instead; the answer comes back, drawn in
 * the theme where it is Liquid. Cookies travel neither way. What the shopper's own query says stays in, even where it names
 * Shopify's parameters. Undefined for other paths; 404 where the app is not installed, or may not answer there.
 */
export async function answerAppProxy(request: Request, installation: Installation, draw: DrawLiquid): Promise<Response | undefined> {
  const { app, shop, proxying } = installation
  const { pathname } = new URL(request.url)
  const path = pathname.replace(/^\/[a-z]{2}(?=\/)/, '')
  if (!app.proxy || (path !== proxying.path && !path.startsWith(`${proxying.path}/`))) return undefined
  if (!installation.installed || !grantedScopes(installation).includes('write_app_proxy')) return new Response('Not found', { status: 404 })

  const url = `${app.proxy.url}${path.slice(proxying.path.length)}?${signedQuery(request, installation)}`
  try {
    const body = request.body && (await request.arrayBuffer())
    const answer = await fetch(url, {
      method: request.method,
      headers: headersOfAsk(request.headers, shop.facts.domain),
      body,
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE)]),
    })
    const { status } = answer
    const headers = headersOfAnswer(answer.headers)
    if (!headers.get('content-type')?.startsWith('application/liquid')) return new Response(answer.body, { status, headers })
    headers.set('content-type', 'text/html; charset=utf-8')
    return new Response(await draw(request, shop, await answer.text()), { status, headers })
  } catch {
    return new Response('There was an error in the third-party application.', { status: 502 })
  }
}

function signedQuery(request: Request, { app, shop, now, proxying }: Installation): URLSearchParams {
  const query = new URL(request.url).searchParams
  const customer = shop.customers.get(Number(readCookie(request, 'customer')))
  query.append('shop', shop.facts.domain)
  query.append('logged_in_customer_id', customer ? String(customer.id) : '')
  query.append('path_prefix', proxying.path)
  query.append('timestamp', String(Math.floor(now().getTime() / 1000)))
  for (const [key, value] of Object.entries(proxying.more)) query.append(key, value)
  query.append('signature', signProxy(query, app.secret))
  return query
}
