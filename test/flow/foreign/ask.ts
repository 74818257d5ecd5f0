/** What a merchant of one shop sends to a route, with somebody else's id in it. */
export interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** Asked for as a file is, not as the pages of the admin ask for their data. */
  readonly asFile?: true
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Makes what is sent to a route when `id` is the foreign one: a number or a text. */
export type Asks = (id: string, shop: string) => readonly Ask[]

const NAMES = [
  'id',
  'product',
  'rule',
  'order',
  'customer',
  'collection',
  'job',
  'request',
  'delivery',
  'shop',
  'page',
  'q',
  'after',
  'cursor',
]

/** Every method, with the id in the path, under every name in the query, and in a JSON and a form body. */
export function anywhere(path: string): Asks {
  return (id) => {
    const at = `/${path.replace(/:\w+|\*/, encodeURIComponent(id))}`
    const query = new URLSearchParams(NAMES.map((name) => [name, id]))
    const fields = Object.fromEntries(NAMES.map((name) => [name, numberIfOne(id)]))
    const json = { body: JSON.stringify(fields), headers: { 'content-type': 'application/json' } }
    const form = { body: String(query), headers: { 'content-type': 'application/x-www-form-urlencoded' } }
    const writes = (['POST', 'PUT', 'PATCH', 'DELETE'] as const).flatMap((method) => [
      { method, path: at, ...json },
      { method, path: at, ...form },
    ])
    return [{ method: 'GET', path: at }, { method: 'GET', path: `${at}?${query}` }, ...writes]
  }
}

const numberIfOne = (id: string) => (/^\d+$/.test(id) ? Number(id) : id)
export const put = (path: string, document: unknown): Ask => json('PUT', path, document)
export const json = (method: Ask['method'], path: string, document: unknown): Ask => ({
  method,
  path,
  body: JSON.stringify(document),
  headers: { 'content-type': 'application/json' },
})

export const also =
  (path: string, more: Asks): Asks =>
  (id, shop) => [...anywhere(path)(id, shop), ...more(id, shop)]
export const getFile = (path: string): Ask => ({ method: 'GET', path, asFile: true })
export const whereNumbers =
  (asks: (id: string) => readonly Ask[]): Asks =>
  (id) =>
    /^\d+$/.test(id) ? asks(id) : []
