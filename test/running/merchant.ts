import { grantAll } from './grant.ts'
import type { Simulator } from '../simulator/simulator.ts'

/** Shopify's libraries turn bots away; a merchant comes with a browser. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'

/** Opens the app as the merchant of a shop would: the first time installs it. Throws when the app does not answer with a page. */
export async function openApp(simulator: Simulator, appUrl: string, domain: string): Promise<void> {
  await readPage(simulator, appUrl, domain, '')
}

/**
 * Likewise, by a merchant who grants all that is optional as well, in the moment between installing the app and its first work: it
 * reads the shop once, and all of it.
 */
export async function openWithAll(simulator: Simulator, appUrl: string, domain: string): Promise<void> {
  if (!simulator.installations.get(domain)!.installed) grantAll(simulator, domain)
  await openApp(simulator, appUrl, domain)
}

/** A page of the app as Shopify opens it, path within the app. Throws when the app does not answer with a page. */
export async function readPage(simulator: Simulator, appUrl: string, domain: string, path: string): Promise<string> {
  const handle = domain.split('.')[0]!
  const query = new URLSearchParams({
    embedded: '1',
    shop: domain,
    host: Buffer.from(`admin.shopify.com/store/${handle}`).toString('base64url'),
    id_token: simulator.sessionToken(domain),
  })
  const response = await fetch(`${appUrl}/app${path}?${query}`, { headers: { 'user-agent': BROWSER }, redirect: 'manual' })
  if (!response.ok) throw new Error(`The app answered ${response.status} when it was opened in ${domain}`)
  return response.text()
}

/** The same page as far as it is drawn: what its scripts carry, all words of the language among it, is left out. */
export async function readDrawn(simulator: Simulator, appUrl: string, domain: string, path: string): Promise<string> {
  return (await readPage(simulator, appUrl, domain, path)).replace(/<script\b[^]*?<\/script>/g, '')
}

/** Sends a change as the admin's pages do. Throws when the app does not take it. */
export async function putInApp(simulator: Simulator, appUrl: string, domain: string, path: string, document: unknown): Promise<void> {
  const response = await fetch(`${appUrl}/app${path}.data`, {
    method: 'PUT',
    headers: { 'user-agent': BROWSER, 'content-type': 'application/json', authorization: `Bearer ${simulator.sessionToken(domain)}` },
    // It is sent beside what it was; here whatever stands there gives way.
    body: JSON.stringify({ is: document }),
  })
  const answer = await response.text()
  if (!response.ok || answer.includes('"refused"'))
    throw new Error(`The app did not take ${path}: ${response.status} ${answer.slice(0, 300)}`)
}

/** Sends a wish to a page, as its buttons do. Throws when the app does not take it. */
export async function postInApp(simulator: Simulator, appUrl: string, domain: string, path: string, wish: object): Promise<void> {
  const { status, text } = await askApp(simulator, appUrl, domain, `/app${path}.data`, wish)
  if (status !== 200 || text.includes('"refused"')) throw new Error(`The app did not take ${path}: ${status} ${text.slice(0, 300)}`)
}

/** Publishes what waits, as its review does once the merchant has looked at it. Throws when the app does not make a version of it. */
export async function publishInApp(simulator: Simulator, appUrl: string, domain: string, why = ''): Promise<void> {
  const waiting = await askApp(simulator, appUrl, domain, '/app/review/waiting')
  const { digest, on } = JSON.parse(waiting.text) as { digest: string; on: number }
  const response = await fetch(`${appUrl}/app/review.data?index`, {
    method: 'PUT',
    headers: { 'user-agent': BROWSER, 'content-type': 'application/json', authorization: `Bearer ${simulator.sessionToken(domain)}` },
    body: JSON.stringify({ kind: 'publish', digest, on, why }),
  })
  const answer = await response.text()
  if (!response.ok || !answer.includes('"published"'))
    throw new Error(`The app did not publish: ${response.status} ${answer.slice(0, 300)}`)
}

/** Asks one of the admin's addresses as its pages do: reads it, or posts what is given, a text as a CSV file. Says what came, good or bad. */
export async function askApp(
  simulator: Simulator,
  appUrl: string,
  domain: string,
  path: string,
  document?: unknown,
  method = 'POST',
): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(`${appUrl}${path}`, {
    redirect: 'manual',
    headers: {
      'user-agent': BROWSER,
      'content-type': typeof document === 'string' ? 'text/csv' : 'application/json',
      authorization: `Bearer ${simulator.sessionToken(domain)}`,
    },
    ...(document !== undefined && { method, body: typeof document === 'string' ? document : JSON.stringify(document) }),
  })
  return { status: response.status, text: await response.text() }
}
