import type { RunningShop } from '../../running/running-shop.ts'

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'

/** What a merchant's browser says beside what it asks. */
export const asMerchant = ({ simulator }: Pick<RunningShop, 'simulator'>, domain: string): Record<string, string> => ({
  'user-agent': BROWSER,
  authorization: `Bearer ${simulator.sessionToken(domain)}`,
})

interface Wish {
  readonly method?: string
  /** A text is a CSV file. */
  readonly body?: string | object
  readonly signal?: AbortSignal
}

/** Asks an address of the admin as the merchant of a shop does. */
export async function askPage(
  running: Pick<RunningShop, 'simulator' | 'app'>,
  domain: string,
  path: string,
  { method = 'GET', body, signal }: Wish = {},
): Promise<{ readonly status: number; readonly text: string }> {
  const type = typeof body === 'string' ? 'text/csv' : 'application/json'
  const response = await fetch(`${running.app.url}${path}`, {
    method,
    redirect: 'manual',
    headers: { ...asMerchant(running, domain), 'content-type': type },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  })
  return { status: response.status, text: await response.text() }
}
