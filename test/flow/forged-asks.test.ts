import { request } from 'node:http'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { verifyProxy } from '#app/serve/verify-proxy.server.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { LOCAL_API_SECRET } from '../running/app-processes.ts'
import { awaitPublished } from '../running/await-setup.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { openWithAll, publishInApp, putInApp } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { forgedQueries, trueQuery } from './forged/proxy-queries.ts'

const SHOP = 'ours.myshopify.com'
const OTHER = 'theirs.myshopify.com'
const world = aWorld({ facts: { domain: SHOP, handle: 'ours' }, products: [aProduct({ id: 1 }), aProduct({ id: 2 })] })
const seed = 20_261_121
const seconds = () => Math.floor(Date.now() / 1000)
const all = { kind: 'all', of: [] }

let running: RunningShop

beforeAll(async () => {
  running = await aRunningShop('forged-asks', world)
  await openWithAll(running.simulator, running.app.url, SHOP)
  await awaitQuiet(running.simulator, running.database)
  await putInApp(running.simulator, running.app.url, SHOP, '/rules/r', {
    id: 'r',
    name: 'Anything beside anything',
    state: 'active',
    priority: 1,
    when: all,
    offer: { where: all, joins: [], except: null, sort: 'best-selling', most: 3 },
  })
  await publishInApp(running.simulator, running.app.url, SHOP)
  await awaitPublished(running.database, SHOP, 1)
})

/** Sends the query as it is, which `fetch` would tidy up. */
function ask(query: string, method = 'GET'): Promise<{ status: number; said: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${running.app.url}/`, { path: `/proxy/offers?${query}`, method }, (answer) => {
      let said = ''
      answer.setEncoding('utf8').on('data', (text: string) => (said += text))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, said }))
    })
    asked.once('error', reject).end()
  })
}

const truth = async () => (await ask(trueQuery(LOCAL_API_SECRET, SHOP, seconds()))).said

it('an ask that Shopify did not sign so is told from a true one', () => {
  const now = 1_790_000_000
  expect(verifyProxy(trueQuery(LOCAL_API_SECRET, SHOP, now), [LOCAL_API_SECRET], now * 1000).kind).toBe('verified')
  fc.assert(
    fc.property(forgedQueries(LOCAL_API_SECRET, SHOP, OTHER, now), ({ query }) => {
      expect(verifyProxy(query, [LOCAL_API_SECRET], now * 1000).kind).toBe('refused')
    }),
    { numRuns: 10_000, seed },
  )
})

it('it is turned away at the door, told nothing, and the process goes on', async () => {
  while (!(await truth()).includes('"product":2')) await new Promise((resolve) => setTimeout(resolve, 50))
  for (const { how, query } of fc.sample(forgedQueries(LOCAL_API_SECRET, SHOP, OTHER, seconds()), { numRuns: 500, seed })) {
    const { status, said } = await ask(query)
    expect([how, query, [400, 401].includes(status), said.includes('product":')]).toEqual([how, query, true, false])
  }
  expect(await truth()).toContain('"product":2')
})

it('a true one opens nothing but what it asks for', async () => {
  const query = () => trueQuery(LOCAL_API_SECRET, SHOP, seconds())
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) expect((await ask(query(), method)).status).toBe(405)
  expect((await ask(trueQuery(LOCAL_API_SECRET, OTHER, seconds()))).status).toBe(404)
  const admin = await fetch(`${running.app.url}/app?${query()}`, {
    redirect: 'manual',
    headers: { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0' },
  })
  expect(admin.status === 200 && (await admin.text()).includes('Anything beside')).toBe(false)
})
