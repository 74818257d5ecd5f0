import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { aProduct, aWorld } from '../../a/world.ts'
import { openWithAll } from '../../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../../running/running-shop.ts'
import { sendRequest } from '../../running/send-request.ts'
import { everyRoute } from '../foreign/every-route.ts'

const world = aWorld({ facts: { domain: 'ours.myshopify.com', handle: 'ours' }, products: [aProduct()] })
const OURS = world.facts.domain
const HOST = Buffer.from('admin.shopify.com/store/ours').toString('base64url')
const BROWSER = { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0' }

let running: RunningShop
beforeAll(async () => {
  running = await aRunningShop('kept-nowhere', world)
  await openWithAll(running.simulator, running.app.url, OURS)
})

const keptBy = async (target: string, method: string, headers: Record<string, string>) => {
  const { headers: answered } = await sendRequest(running.app.url, target, { method, headers })
  return [method, target, answered['cache-control']]
}

const signedIn = () => ({ ...BROWSER, authorization: `Bearer ${running.simulator.sessionToken(OURS)}` })
const opened = () => new URLSearchParams({ embedded: '1', shop: OURS, host: HOST, id_token: running.simulator.sessionToken(OURS) })
const get = (target: string, headers: Record<string, string> = {}) => sendRequest(running.app.url, target, { headers })

/** The same address shows each shop its own: whoever keeps one answer shows it to the next. */
it.each(everyRoute().filter((route) => route !== 'webhooks'))('nobody keeps what “%s” answers, good or bad', async (route) => {
  const path = `/${route.replace(/:\w+|\*/, 'nothing')}`
  const asks: readonly (readonly [string, string, Record<string, string>])[] = [
    [path, 'GET', BROWSER],
    [path, 'GET', signedIn()],
    [`${path}?${opened()}`, 'GET', BROWSER],
    [`${path}?shop=${OURS}&host=${HOST}`, 'GET', BROWSER],
    [`${path}?shop=evil`, 'GET', BROWSER],
    [path, 'HEAD', signedIn()],
    [path, 'POST', signedIn()],
    [path, 'TRACE', BROWSER],
    [`${path}.data`, 'GET', signedIn()],
    [`${path}.data`, 'GET', BROWSER],
    [`${path}.data`, 'PUT', { ...signedIn(), 'content-type': 'application/json' }],
    [`${path}%00`, 'GET', signedIn()],
  ]
  for (const [target, method, headers] of asks) expect(await keptBy(target, method, headers)).toEqual([method, target, 'private, no-store'])
})

it('what was built is kept, as it never changes under its name', async () => {
  const [asset] = readdirSync('build/client/assets')
  expect(await keptBy(`/assets/${asset}`, 'GET', {})).toEqual(['GET', `/assets/${asset}`, 'public, max-age=31536000, immutable'])
  expect(await keptBy('/assets/none.js', 'GET', {})).toEqual(['GET', '/assets/none.js', 'private, no-store'])
})

describe('what is sent', () => {
  it.each(['br', 'gzip'])('is compressed in %s where a browser takes it, pages and files alike', async (encoding) => {
    const packed = { 'accept-encoding': encoding }
    const [small, plain] = [await get(`/app?${opened()}`, { ...BROWSER, ...packed }), await get(`/app?${opened()}`, BROWSER)]
    const how = ({ status, headers }: typeof small) => [status, headers['content-encoding'], headers.vary]
    expect([how(small), how(plain)]).toEqual([
      [200, encoding, 'Accept-Encoding'],
      [200, undefined, 'Accept-Encoding'],
    ])
    const [path] = /\/assets\/entry\.client-[^"]+\.js/.exec(plain.said)!
    const [part, whole] = [await get(path, packed), await get(path)]
    expect([how(part), how(whole)]).toEqual([how(small), how(plain)])
    expect(part.headers['content-type']).toBe(whole.headers['content-type'])
    expect(Number(part.headers['content-length'])).toBeLessThan(Number(whole.headers['content-length']) * 0.6)
    const { status: known } = await get(path, { ...packed, 'if-none-match': part.headers.etag! })
    const { status: another } = await get(path, { ...packed, 'if-none-match': whole.headers.etag! })
    expect([known, another, (await get(`${path}.br`)).status]).toEqual([304, 200, 404])
  })

  it('opens to the page that it was', async () => {
    const send = (encoding: string) =>
      fetch(`${running.app.url}/app/settings.data`, { headers: { ...signedIn(), 'accept-encoding': encoding } }).then((answer) =>
        answer.text(),
      )
    const [packed, plain] = [await send('br'), await send('identity')]
    expect(packed).toBe(plain)
    expect(plain.length).toBeGreaterThan(100)
  })

  // So that no secret is found out by how long a compressed page is (decision 27).
  it('sets no cookie and says nothing of the token that it was asked with', async () => {
    const query = opened()
    for (const page of ['/app', '/app/rules', '/app/settings', '/app/placements/preview']) {
      const { status, headers, said } = await get(`${page}?${query}`, BROWSER)
      expect([page, status, headers['set-cookie'], said.includes(query.get('id_token')!)]).toEqual([page, 200, undefined, false])
    }
  })
})
