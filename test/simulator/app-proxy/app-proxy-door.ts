import type { Installation } from '../admin/installation.ts'
import { readCookie } from '../storefront/cookies.ts'
import { signProxy } from './sign-proxy.ts'

/** What belongs to one connection, and what Shopify keeps to itself. */
const KEPT_BACK = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding', 'host', 'x-simulated-shop']
const PATIENCE = 10_000

/**
 * `/apps/tandem/…` on a storefront: passed on to the app with the shop, the time and the signed-in customer, signed; the
 * app's answer comes back. Cookies travel neither way. What the shopper's own query says stays in, even where it names
 * Shopify's parameters. Undefined for other paths; 404 where the app is not installed.
 */
export async function answerAppProxy(request: Request, installation: Installation): Promise<Response | undefined> {
  const { app, shop, now } = installation
  const { pathname, search } = new URL(request.url)
  const path = pathname.replace(/^\/[a-z]{2}(?=\/)/, '')
  if (!app.proxy || (path !== app.proxy.path && !path.startsWith(`${app.proxy.path}/`))) return undefined
  if (!installation.installed) return new Response('Not found', { status: 404 })

  const query = new URLSearchParams(search)
  const customer = shop.customers.get(Number(readCookie(request, 'customer')))
  query.append('shop', shop.facts.domain)
  query.append('logged_in_customer_id', customer ? String(customer.id) : '')
  query.append('path_prefix', app.proxy.path)
  query.append('timestamp', String(Math.floor(now().getTime() / 1000)))
  query.append('signature', signProxy(query, app.secret))
  const url = `${app.proxy.url}${path.slice(app.proxy.path.length)}?${query}`
  try {
    const answer = await fetch(url, {
      method: request.method,
      headers: passable(request.headers, 'cookie'),
      body: request.body,
      ...(request.body && { duplex: 'half' }),
      redirect: 'manual',
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE)]),
    })
    return new Response(answer.body, { status: answer.status, headers: passable(answer.headers, 'set-cookie') })
  } catch {
    return new Response('There was an error in the third-party application.', { status: 502 })
  }
}

function passable(headers: Headers, cookies: 'cookie' | 'set-cookie'): Headers {
  const passed = new Headers(headers)
  for (const name of [...KEPT_BACK, cookies]) passed.delete(name)
  return passed
}
