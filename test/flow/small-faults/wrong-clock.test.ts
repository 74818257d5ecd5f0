import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { aProduct, aWorld } from '../../a/world.ts'
import { LOCAL_API_SECRET, startApp, type AppProcesses } from '../../running/app-processes.ts'
import { eventually } from '../../running/eventually.ts'
import { askApp } from '../../running/merchant.ts'
import { sendRequest } from '../../running/send-request.ts'
import { aSyncedShop, type SyncedShop } from '../../running/synced-shop.ts'
import { signQuery } from './sign-query.ts'

const world = aWorld({ facts: { domain: 'ours.myshopify.com', handle: 'ours' }, products: [aProduct({ id: 1 })] })
const OURS = world.facts.domain
const LOGS = resolve('.data/test-logs/wrong-clock-2')

let synced: SyncedShop
let app: AppProcesses | undefined

beforeAll(async () => {
  mkdirSync(LOGS, { recursive: true })
  synced = await aSyncedShop('wrong-clock', world)
  await synced.app.stop()
})
beforeEach(() => {
  app = undefined
})
afterEach(() => app?.stop())

async function start(offSeconds = 0): Promise<void> {
  const { databaseUrl, shopPort } = synced
  const settings = { NODE_OPTIONS: `--import=${resolve('test/running/clock-off.ts')}`, CLOCK_OFF_SECONDS: String(offSeconds) }
  const appPort = Number(new URL(synced.app.url).port)
  app = await startApp({ databaseUrl, shopPort, appPort, logs: LOGS, settings })
}

const ready = async () => {
  const { status, said } = await sendRequest(synced.app.url, '/readyz')
  return `${status} ${said}`
}
const told = () => readFileSync(join(LOGS, 'server.log'), 'utf8').split('"The clock is wrong"').length - 1

/** Asks the storefront door as Shopify would have at another time. */
const askAt = (secondsFromNow: number) => {
  const timestamp = String(Math.floor(Date.now() / 1_000) + secondsFromNow)
  const query = signQuery({ shop: OURS, path_prefix: '/apps/tandem', timestamp, logged_in_customer_id: '', product: '1' }, LOCAL_API_SECRET)
  return sendRequest(synced.app.url, `/proxy/offers?${query}`)
}

it.each([
  [120, 'ahead'],
  [-120, 'behind'],
])('a clock that is %i s off is told by /readyz and by one line of the log', async (seconds, way) => {
  await start(seconds)
  await eventually('it is not ready', async () => (await ready()).startsWith(`503 The clock of this machine is 1`))
  expect(await ready()).toMatch(new RegExp(`is 1(19|20|21) s ${way}: `))
  await eventually('the log tells', () => told() === 1)
  for (let many = 0; many < 20; many++) await ready()
  expect(told()).toBe(1)
})

it('a clock that is some seconds off is nothing to tell', async () => {
  await start(8)
  await eventually('it is ready', async () => (await ready()) === '200 ready')
  expect(told()).toBe(0)
})

it('Shopify’s own clock counts, whatever the database’s says, and its last word', async () => {
  synced.weather.setClock(-10)
  await start()
  await eventually('it is not ready', async () => /^503 The clock of this machine is (599|600|601) s ahead/.test(await ready()))
  expect(told()).toBe(1)
  synced.weather.setClock(0)
  const { status } = await askApp(synced.simulator, synced.app.url, OURS, '/app/settings/privacy.data', { kind: 'access-changed' })
  expect(status).toBe(200)
  await eventually('it is ready again', async () => (await ready()) === '200 ready')
})

it('what Shopify signed later than now says that the clock is behind; what is shown again says nothing', async () => {
  await start()
  await eventually('it is ready', async () => (await ready()) === '200 ready')
  for (let many = 0; many < 50; many++) expect((await askAt(-300)).status).toBe(401)
  expect(await ready()).toBe('200 ready')
  expect((await askAt(300)).status).toBe(401)
  expect(await ready()).toMatch(/^503 The clock of this machine is (299|300|301) s behind/)
  expect(told()).toBe(1)
})

it('nobody without the secret makes the clock look wrong', async () => {
  await start()
  await eventually('it is ready', async () => (await ready()) === '200 ready')
  const query = signQuery({ shop: OURS, timestamp: String(Math.floor(Date.now() / 1_000) + 300) }, 'another-secret')
  expect((await sendRequest(synced.app.url, `/proxy/offers?${query}`)).status).toBe(401)
  expect(await ready()).toBe('200 ready')
})
