import type { Door } from '../door.ts'
import type { ShopState } from '../state/shop-state.ts'

/** A browser without scripts: keeps cookies, and follows a redirect where a form leads to one. */
export interface Shopper {
  get(path: string): Promise<Response>
  /** A form's fields. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response>
  /** A form sent as multipart, from a page. */
  send(path: string, form: FormData, from?: string): Promise<Response>
  postJson(path: string, body: unknown): Promise<Response>
  /** The page's HTML. */
  read(path: string): Promise<string>
  /** Where the last redirect led. */
  readonly at: string
}

export function openShopper(door: Door, shop: ShopState): Shopper {
  const cookies = new Map<string, string>()
  let at = ''

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    at = path
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await door(new Request(new URL(path, `https://${shop.facts.domain}`), { ...init, headers }), shop)
    if (!response) throw new Error(`Nobody answered ${path}`)
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const next = response.headers.get('location')
    return next ? ask(next) : response
  }

  return {
    get: (path) => ask(path),
    post: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
    send: (path, form, from) => ask(path, { method: 'POST', body: form, headers: from ? { referer: from } : {} }),
    postJson: (path, body) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', accept: 'application/json' },
      }),
    read: async (path) => (await ask(path)).text(),
    get at() {
      return at
    },
  }
}
