import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { freePort } from '../../prisma/free-port.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { LOCAL_TOKEN_KEY, startApp, type AppProcesses } from '../running/app-processes.ts'
import { askFor } from '../running/ask-for.ts'
import { eventually } from '../running/eventually.ts'
import { askApp, openWithAll } from '../running/merchant.ts'
import { aSyncedShop, type SyncedShop } from '../running/synced-shop.ts'
import { writtenInTables } from '../running/what-is-written.ts'

const anInstalled = (handle: string) =>
  aWorld({ facts: { domain: `${handle}.myshopify.com`, handle }, products: [aProduct({ id: 1 }), aProduct({ id: 2 })] })
const worlds = [anInstalled('ours'), anInstalled('theirs')] as const
const [OURS, THEIRS] = worlds.map(({ facts }) => facts.domain) as [string, string]
const LOGS = resolve('.data/test-logs/tokens-at-rest-2')
const NEXT_KEY = randomBytes(32).toString('base64')

let synced: SyncedShop
let appPort: number
let running: AppProcesses[] = []

beforeAll(async () => {
  mkdirSync(LOGS, { recursive: true })
  synced = await aSyncedShop('tokens-at-rest', ...worlds)
  appPort = Number(new URL(synced.app.url).port)
  await synced.app.stop()
})
beforeEach(() => synced.database.query('TRUNCATE session'))
afterEach(async () => {
  await Promise.all(running.map((app) => app.stop()))
  running = []
})

const given = () => [OURS, THEIRS].flatMap((shop) => synced.simulator.installations.get(shop)!.tokens.everGiven())
const held = () => synced.rowsOf('SELECT shop, access_token, refresh_token FROM session ORDER BY shop')
const logged = () => ['server.log', 'worker.log'].map((file) => readFileSync(join(LOGS, file), 'utf8')).join('\n')

async function start(settings: Record<string, string> = {}, port = appPort, logs = LOGS): Promise<void> {
  const { databaseUrl, shopPort } = synced
  running.push(await startApp({ databaseUrl, shopPort, appPort: port, knownPort: appPort, logs, settings }))
}

async function restart(settings: Record<string, string>): Promise<void> {
  await Promise.all(running.splice(0).map((app) => app.stop()))
  await start(settings)
}

async function openBoth(): Promise<void> {
  for (const domain of [OURS, THEIRS]) await openWithAll(synced.simulator, synced.app.url, domain)
  await synced.quiet()
}

/** Whether every token held was sealed with one key, not the same as `before`. */
const allSealed = async (before?: string): Promise<boolean> => {
  const ids = new Set(
    (await held()).flatMap((row) => [row['access_token'], row['refresh_token']].map((text) => String(text).split('.')[1])),
  )
  return ids.size === 1 && !ids.has(undefined) && !ids.has(before)
}

/** A change that the worker can only take in with a token that Shopify knows. */
async function expectWorkDone(domain: string, title: string): Promise<void> {
  synced.simulator.shops.get(domain)!.changeProduct(1, (product) => void (product.title = title))
  await synced.quiet()
  expect(await synced.one(`SELECT title FROM product WHERE shop_id = '${domain}' AND id = 1`)).toBe(title)
}

/** Puts tokens as they are into the rows, as versions before this one kept them. */
async function keepPlain(): Promise<void> {
  for (const shop of [OURS, THEIRS]) {
    const { accessToken, refreshToken } = synced.simulator.installations.get(shop)!.tokens.grant('expiring-offline', ['read_products'])
    await synced.database.query('UPDATE session SET access_token = $2, refresh_token = $3 WHERE shop = $1', [
      shop,
      accessToken,
      refreshToken,
    ])
  }
}

it('a dump of the database holds no token that Shopify ever gave, nor the key', async () => {
  await start()
  await openBoth()
  synced.simulator.expireTokens(OURS)
  await expectWorkDone(OURS, 'Read with a token that was renewed')
  const secrets = [...given(), LOCAL_TOKEN_KEY, Buffer.from(LOCAL_TOKEN_KEY, 'base64').toString('hex'), 'local-shop-key-of-demo-and-tests']
  expect(secrets.length).toBeGreaterThan(8)
  const found = [...(await writtenInTables(synced.database))].flatMap(([table, text]) =>
    secrets.filter((secret) => text.includes(secret)).map(() => table),
  )
  expect(found).toEqual([])
})

it('the key is replaced by another: what the old one sealed is read, sealed anew, and the old one may go', async () => {
  await start()
  await openBoth()
  const [, old] = String((await held())[0]!['access_token']).split('.')
  const count = given().length
  await restart({ TOKEN_KEY: NEXT_KEY, TOKEN_KEY_BEFORE: LOCAL_TOKEN_KEY })
  await eventually('every token is sealed with the new key', () => allSealed(old))
  await restart({ TOKEN_KEY: NEXT_KEY })
  await expectWorkDone(OURS, 'Read with what is sealed anew')
  expect(given()).toHaveLength(count)
  synced.simulator.expireTokens(OURS)
  await expectWorkDone(OURS, 'Renewed with what is sealed anew')
  expect(given()).toHaveLength(count + 2)
})

it('the text of one row does not open in another, nor that of one column in the other', async () => {
  await start()
  await openBoth()
  await synced.database.query(
    `UPDATE session SET access_token = theirs.access_token, refresh_token = theirs.refresh_token
     FROM session AS theirs WHERE session.shop = $1 AND theirs.shop = $2`,
    [OURS, THEIRS],
  )
  await synced.database.query('UPDATE session SET access_token = refresh_token WHERE shop = $1', [THEIRS])
  const moved = await held()
  const count = given().length
  // The merchant's own visit brings another, from Shopify and not from the row.
  for (const shop of [OURS, THEIRS])
    expect((await askApp(synced.simulator, synced.app.url, shop, '/app/settings/privacy.data', { kind: 'access-changed' })).status).toBe(
      200,
    )
  expect(given()).toHaveLength(count + 4)
  expect(logged()).toContain('cannot be opened')
  const now = await held()
  for (const at of [0, 1]) expect(now[at]!['access_token']).not.toBe(moved[at]!['access_token'])
  for (const shop of [OURS, THEIRS]) await expectWorkDone(shop, 'Read with a token of its own')
})

it('tokens in plain text are sealed by whichever of several processes starts first, and work on', async () => {
  await start()
  await openBoth()
  await Promise.all(running.splice(0).map((app) => app.stop()))
  await keepPlain()
  const count = given().length
  const folders = [2, 3, 4].map((at) => resolve('.data/test-logs', `tokens-at-rest-${at}`))
  for (const folder of folders) mkdirSync(folder, { recursive: true })
  await Promise.all(folders.map(async (folder, at) => start({}, at === 0 ? appPort : await freePort(), folder)))
  await eventually('every token is sealed', () => allSealed())
  for (const shop of [OURS, THEIRS]) await expectWorkDone(shop, 'Read with what was plain')
  expect(given()).toHaveLength(count)
})

it('plain text that comes later is no token', async () => {
  await start()
  await openBoth()
  await keepPlain()
  const count = given().length
  expect((await askApp(synced.simulator, synced.app.url, OURS, '/app/settings/privacy.data', { kind: 'access-changed' })).status).toBe(200)
  expect(given()).toHaveLength(count + 2)
})

it('with a wrong key no token is used and none is deleted; it is told, and with the right one all goes on', async () => {
  await start()
  await openBoth()
  const before = await held()
  const count = given().length
  await restart({ TOKEN_KEY: NEXT_KEY })
  await eventually('it is told', () => logged().includes('cannot be opened'))
  await askFor(synced.database, 'check', OURS)
  await eventually('the work has been tried', () => /"job":"check".*"Job failed"/.test(logged()))
  expect(await held()).toEqual(before)
  await restart({})
  await expectWorkDone(OURS, 'Read with the right key')
  expect(given()).toHaveLength(count)
})
