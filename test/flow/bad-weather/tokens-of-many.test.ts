import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { open, readSealingKey } from '#app/platform/seal.server.ts'
import { freePort } from '../../../prisma/free-port.ts'
import { LOCAL_TOKEN_KEY, startApp, type AppProcesses } from '../../running/app-processes.ts'
import { askFor } from '../../running/ask-for.ts'
import { askApp } from '../../running/merchant.ts'
import { aToyShop, DOMAIN, toys, type ToyShop } from './toy-shop.ts'

const LOGS = ['tokens-of-many', 'tokens-of-many-2'].map((name) => resolve('.data/test-logs', name)) as [string, string]

let toyShop: ToyShop
let second: AppProcesses | undefined

beforeAll(async () => {
  toyShop = await aToyShop('tokens-of-many')
  mkdirSync(LOGS[1], { recursive: true })
  const { databaseUrl, shopPort, app } = toyShop
  second = await startApp({ databaseUrl, shopPort, appPort: await freePort(), knownPort: Number(new URL(app.url).port), logs: LOGS[1] })
})
afterAll(() => second?.stop())

/** Each request for a token is noted, and a renewal takes a while: whoever asks meanwhile asks at the same time. */
beforeEach(() => {
  toyShop.weather.token.often(1, { kind: 'hang', milliseconds: 500 }, 'refresh')
  toyShop.weather.token.often(1, { kind: 'hang', milliseconds: 0 }, 'exchange')
})

const asked = (what: 'refresh' | 'exchange') => toyShop.weather.token.met.filter(({ names }) => names.includes(what)).length
const jobsDone = () => LOGS.map((folder) => readFileSync(join(folder, 'worker.log'), 'utf8').split('"Job done"').length)

/** Has the web process ask Shopify what it may do. */
const askInWeb = (url: string) => askApp(toyShop.simulator, url, DOMAIN, '/app/settings/privacy.data', { kind: 'access-changed' })
const webs = () => [toyShop.app.url, second!.url]

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await wait(20)
}

/** Has both web processes ask with a token that expired, before either has its answer. */
async function refuseBoth(): Promise<void> {
  toyShop.simulator.expireTokens(DOMAIN)
  const { met } = toyShop.weather.graphql
  const before = met.length
  toyShop.weather.graphql.next(2, { kind: 'hang', until: until(() => met.length === before + 2) }, 'GrantedScopes')
  // App Bridge asks again by itself.
  expect((await Promise.all(webs().map(askInWeb))).map(({ status }) => status)).toEqual([401, 401])
}

const inRow = (sealed: string, which: string) => open(sealed, [readSealingKey(LOCAL_TOKEN_KEY)!], [DOMAIN, `offline_${DOMAIN}`, which])

/** The one session holds the newest pair that Shopify gave. */
async function expectNewestHeld(): Promise<void> {
  const { access, refresh } = toyShop.simulator.installations.get(DOMAIN)!.tokens.remember()
  const { rows } = await toyShop.database.query<Record<'access' | 'refresh', string>>(
    'SELECT access_token AS access, refresh_token AS refresh, expires > now() AS lives FROM session',
  )
  const opened = rows.map((row) => ({ ...row, access: inRow(row.access, 'access'), refresh: inRow(row.refresh, 'refresh') }))
  expect(opened).toEqual([{ access: access.at(-1)![0], refresh: refresh.at(-1)![0], lives: true }])
}

/** Gives both workers something to ask Shopify: offers to write, products that changed, a look at what stands. */
async function workForAll(): Promise<number> {
  await askFor(toyShop.database, 'check', DOMAIN)
  for (const { id } of toys.slice(0, 5)) toyShop.shop.changeProduct(id, (product) => void (product.title += ' again'))
  return toyShop.publishAnew()
}

it('two workers that find a token expired renew it once, and both carry on', async () => {
  // Which worker takes what is luck: again, until both had something to do.
  for (let both = false; !both;) {
    const [before, done] = [asked('refresh'), jobsDone()]
    toyShop.simulator.expireTokens(DOMAIN)
    const most = await workForAll()
    await toyShop.quiet()
    await toyShop.expectPublished(most)
    expect(asked('refresh')).toBe(before + 1)
    await expectNewestHeld()
    both = jobsDone().every((now, at) => now > done[at]!)
  }
  expect(await toyShop.one(`SELECT count(*) FROM jobs.job WHERE state > 'completed'`)).toBe('0')
})

it('two web processes that are refused a token leave the renewal to whoever is next, and serve again with what that brought', async () => {
  const [refreshed, exchanged] = [asked('refresh'), asked('exchange')]
  await refuseBoth()
  toyShop.shop.changeProduct(1, (product) => void (product.title = 'Changed by nobody who opens the app'))
  await toyShop.quiet()
  expect(await toyShop.one('SELECT title FROM product WHERE id = 1')).toBe('Changed by nobody who opens the app')
  expect((await Promise.all(webs().map(askInWeb))).map(({ status }) => status)).toEqual([200, 200])
  expect([asked('refresh'), asked('exchange')]).toEqual([refreshed + 1, exchanged])
  expect(await toyShop.one(`SELECT phase FROM sync WHERE kind = 'catalog'`)).toBe('done')
  await expectNewestHeld()
})

it('a web process that is refused the old token takes nothing away from the new one', async () => {
  toyShop.simulator.expireTokens(DOMAIN)
  const old = await toyShop.one('SELECT access_token FROM session')
  const isRenewed = until(async () => (await toyShop.one('SELECT access_token FROM session')) !== old)
  toyShop.weather.graphql.next(1, { kind: 'hang', until: isRenewed }, 'GrantedScopes')
  const slow = askInWeb(webs()[0]!)
  await toyShop.publishAnew()
  expect((await slow).status).toBe(401)
  await toyShop.quiet()
  await expectNewestHeld()
  expect((await askInWeb(webs()[0]!)).status).toBe(200)
})

it('web processes that are all refused at once serve again at the merchant’s word, though no worker renewed', async () => {
  await refuseBoth()
  expect((await Promise.all(webs().map(askInWeb))).map(({ status }) => status)).toEqual([200, 200])
  const most = await toyShop.publishAnew()
  await toyShop.quiet()
  await toyShop.expectPublished(most)
  expect(await toyShop.one('SELECT count(*) FROM session WHERE expires > now()')).toBe('1')
})
