import { afterEach, beforeEach, expect, test } from 'vitest'
import { anOrder, aProduct, aWorld } from '../../a/world.ts'
import { openSimulator, type OpenSimulator } from '../simulator-for-tests.ts'

const products = Array.from({ length: 40 }, (_, at) => aProduct({ id: at + 1 }))
const world = aWorld({ products, orders: [anOrder({ id: 1, of: products.slice(0, 3) })] })
const EXPORT = '{ products { edges { node { id variants { edges { node { id } } } } } } }'
const SET = `mutation Publish($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { field code elementIndex } } }`
const field = (id: number) => ({ ownerId: `gid://shopify/Product/${id}`, key: 'notes', type: 'json', value: '{}' })

let at: OpenSimulator
beforeEach(async () => {
  at = await openSimulator(world)
})
afterEach(() => at.close())

const shopName = () => at.ask('query Name { shop { name } }')

test('statuses come with what Shopify says beside them, as often as announced, to the operation they are meant for', async () => {
  at.weather.graphql.next(1, { kind: 'status', status: 429, retryAfter: 2 }, 'Name')
  at.weather.graphql.next(1, { kind: 'status', status: 503 }, 'shop')
  expect((await at.ask('{ productsCount { count } }')).status).toBe(200)
  const limited = await shopName()
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '2.0'])
  const down = await shopName()
  expect([down.status, down.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8'])
  expect((await shopName()).status).toBe(200)
})

test('a connection breaks before anything is done, or after all of it', async () => {
  at.weather.graphql.next(1, { kind: 'reset' })
  await expect(at.ask(SET, { m: [field(1)] })).rejects.toThrow('fetch failed')
  expect(at.simulator.appMetafields(at.domain)).toEqual([])
  at.weather.graphql.next(1, { kind: 'lost' }, 'Publish')
  await expect(at.ask(SET, { m: [field(1)] })).rejects.toThrow('fetch failed')
  expect(at.simulator.appMetafields(at.domain)).toMatchObject([{ key: 'notes' }])
})

test('who hangs is not served, unless the time is over before the patience', async () => {
  at.weather.graphql.next(1, { kind: 'hang' })
  const patience = new AbortController()
  const hanging = at.ask(SET, { m: [field(1)] }, patience.signal)
  await expect.poll(() => at.weather.graphql.met.length).toBe(1)
  patience.abort()
  await expect(hanging).rejects.toThrow('aborted')
  expect(at.simulator.appMetafields(at.domain)).toEqual([])
  at.weather.graphql.next(1, { kind: 'hang', milliseconds: 5 })
  expect((await shopName()).status).toBe(200)
})

test('GraphQL’s own troubles come with status 200', async () => {
  at.weather.graphql.next(1, { kind: 'throttled' })
  at.weather.graphql.next(1, { kind: 'broken' })
  expect(await (await shopName()).json()).toMatchObject({
    errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
    extensions: { cost: { requestedQueryCost: 1, actualQueryCost: null, throttleStatus: { currentlyAvailable: 0 } } },
  })
  expect(await (await shopName()).json()).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] })
})

test('a smaller bucket is soon empty', async () => {
  at.weather.throttle({ size: 15, perSecond: 0 })
  const costly = '{ products(first: 100) { nodes { id } } }'
  expect(await (await at.ask(costly)).json()).toMatchObject({
    extensions: { cost: { throttleStatus: { maximumAvailable: 15, restoreRate: 0 } } },
  })
  for (let left = 15; left > 0; left--) await at.ask(costly)
  expect(await (await at.ask(costly)).json()).toMatchObject({ errors: [{ extensions: { code: 'THROTTLED' } }] })
  at.weather.clear()
})

test('one refused metafield leaves all unwritten, by its place or by its owner', async () => {
  const inputs = { m: [field(1), field(2)] }
  at.weather.graphql.next(1, { kind: 'user-error', at: 1 })
  at.weather.graphql.next(1, { kind: 'user-error', at: 'gid://shopify/Product/1', code: 'STALE_OBJECT' })
  at.weather.graphql.next(1, { kind: 'user-error', at: 2 })
  const errors = async () =>
    ((await (await at.ask(SET, inputs)).json()) as { data: { metafieldsSet: { userErrors: object[] } } }).data.metafieldsSet
  expect(await errors()).toMatchObject({ userErrors: [{ field: ['metafields', '1', 'value'], code: 'INVALID_VALUE', elementIndex: 1 }] })
  expect(await errors()).toMatchObject({ userErrors: [{ code: 'STALE_OBJECT', elementIndex: 0 }] })
  expect(at.simulator.appMetafields(at.domain)).toEqual([])
  expect(await errors()).toEqual({ userErrors: [] })
})

test('tokens expire and are revoked; a pair whose answer was lost is fetched again with the old refresh token', async () => {
  const first = await at.exchange()
  at.simulator.expireTokens(at.domain)
  expect((await at.ask('{ shop { name } }', {}, undefined, first.access_token)).status).toBe(401)
  at.weather.token.next(1, { kind: 'lost' }, 'refresh')
  await expect(at.refresh(first.refresh_token)).rejects.toThrow('fetch failed')
  const second = await at.refresh(first.refresh_token)
  expect((await at.ask('{ shop { name } }', {}, undefined, second.access_token)).status).toBe(200)
  at.simulator.revokeTokens(at.domain)
  await expect(at.refresh(second.refresh_token)).rejects.toThrow('400')
  at.weather.token.next(1, { kind: 'status', status: 500 }, 'exchange')
  await expect(at.exchange()).rejects.toThrow('500')
  await at.exchange()
})

test('the shop’s clock goes wrong where Shopify’s would show it', async () => {
  at.weather.setClock(-10)
  const [, claims] = at.simulator.sessionToken(at.domain).split('.')
  const { iat, exp } = JSON.parse(Buffer.from(claims!, 'base64url').toString()) as { iat: number; exp: number }
  expect(exp - iat).toBe(60)
  expect(Math.abs(Date.now() / 1000 - iat - 600)).toBeLessThan(30)
  at.weather.setClock(10)
  const { updatedAt } = at.simulator.shops.get(at.domain)!.changeProduct(1, () => {})
  expect(Math.abs(Date.parse(updatedAt) - Date.now() - 600_000)).toBeLessThan(30_000)
})

test('a file breaks off and is whole the next time, or goes on from where it broke', async () => {
  const { url } = await at.exported(EXPORT)
  const whole = await (await fetch(url!)).text()
  at.weather.files.next(1, { kind: 'cut', after: 700 })
  const cut = await fetch(url!)
  expect(cut.headers.get('content-length')).toBe(String(whole.length))
  let got = ''
  await expect(
    (async () => {
      for await (const text of cut.body!.pipeThrough(new TextDecoderStream())) got += text
    })(),
  ).rejects.toThrow('terminated')
  expect(got).toBe(whole.slice(0, 700))
  const rest = await fetch(url!, { headers: { range: 'bytes=700-' } })
  expect([rest.status, got + (await rest.text())]).toEqual([206, whole])
  expect(await (await fetch(url!)).text()).toBe(whole)
  at.weather.files.next(1, { kind: 'status', status: 404 })
  expect((await fetch(url!)).status).toBe(404)
})

test('exports fail with what they had, expire, or never end until they are cancelled', async () => {
  at.weather.exports.next(1, { kind: 'fails', after: 7, errorCode: 'TIMEOUT' }, 'products')
  const failed = await at.exported(EXPORT)
  expect(failed).toMatchObject({ status: 'FAILED', errorCode: 'TIMEOUT', url: null, objectCount: '7' })
  expect((await (await fetch(failed.partialDataUrl!)).text()).trimEnd().split('\n')).toHaveLength(7)
  at.weather.exports.next(1, { kind: 'expires' })
  expect(await at.exported(EXPORT)).toMatchObject({ status: 'EXPIRED', url: null, partialDataUrl: null })
  at.weather.exports.next(1, { kind: 'stuck' })
  const id = await at.startExport(EXPORT)
  for (let looks = 0; looks < 5; looks++) expect((await at.stateOf(id)).status).toMatch(/CREATED|RUNNING/)
  await at.ask('mutation ($id: ID!) { bulkOperationCancel(id: $id) { userErrors { message } } }', { id })
  await expect.poll(async () => (await at.stateOf(id)).status).toBe('CANCELED')
})

test('a spoilt export is complete all the same, and the weather knows what is missing', async () => {
  at.weather.exports.next(1, { kind: 'spoilt', broken: 3, orphaned: 2, truncated: true })
  const { status, url } = await at.exported(EXPORT)
  expect(status).toBe('COMPLETED')
  expect((await (await fetch(url!)).text()).split('\n')).toHaveLength(78)
  expect(at.weather.exports.damages).toMatchObject([{ broken: [{}, {}, {}], leftOut: [{}, {}], truncated: {} }])
})

test('weather that is made at the start is there from the start', async () => {
  const opening = openSimulator(world, {
    weather: (domain, weather) => weather.token.next(1, { kind: 'status', status: domain === at.domain ? 502 : 200 }),
  })
  await expect(opening).rejects.toThrow('502')
})
