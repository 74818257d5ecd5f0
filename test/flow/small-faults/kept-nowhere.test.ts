import { readdirSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
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

/** The same address shows each shop its own: whoever keeps one answer shows it to the next. */
it.each(everyRoute().filter((route) => route !== 'webhooks'))('nobody keeps what “%s” answers, good or bad', async (route) => {
  const path = `/${route.replace(/:\w+|\*/, 'nothing')}`
  const signedIn = { ...BROWSER, authorization: `Bearer ${running.simulator.sessionToken(OURS)}` }
  const opened = new URLSearchParams({ embedded: '1', shop: OURS, host: HOST, id_token: running.simulator.sessionToken(OURS) })
  const asks: readonly (readonly [string, string, Record<string, string>])[] = [
    [path, 'GET', BROWSER],
    [path, 'GET', signedIn],
    [`${path}?${opened}`, 'GET', BROWSER],
    [`${path}?shop=${OURS}&host=${HOST}`, 'GET', BROWSER],
    [`${path}?shop=evil`, 'GET', BROWSER],
    [path, 'HEAD', signedIn],
    [path, 'POST', signedIn],
    [path, 'TRACE', BROWSER],
    [`${path}.data`, 'GET', signedIn],
    [`${path}.data`, 'GET', BROWSER],
    [`${path}.data`, 'PUT', { ...signedIn, 'content-type': 'application/json' }],
    [`${path}%00`, 'GET', signedIn],
  ]
  for (const [target, method, headers] of asks) expect(await keptBy(target, method, headers)).toEqual([method, target, 'private, no-store'])
})

it('what was built is kept, as it never changes under its name', async () => {
  const [asset] = readdirSync('build/client/assets')
  expect(await keptBy(`/assets/${asset}`, 'GET', {})).toEqual(['GET', `/assets/${asset}`, 'public, max-age=31536000, immutable'])
  expect(await keptBy('/assets/none.js', 'GET', {})).toEqual(['GET', '/assets/none.js', 'private, no-store'])
})
