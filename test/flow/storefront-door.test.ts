import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { versionOf } from '#app/serve/snapshots/checked-bytes.server.ts'
import { writePublished } from '#app/serve/snapshots/published-snapshot.server.ts'
import { freePort } from '../../prisma/free-port.ts'
import { aPage } from '../a/notes.ts'
import { aCustomer, anOrder, aProduct, aWorld } from '../a/world.ts'
import { startApp, type AppProcesses } from '../running/app-processes.ts'
import { awaitPublished, awaitSync } from '../running/await-setup.ts'
import { startLocalShops } from '../running/local-shops.ts'
import { openWithAll, publishInApp, putInApp } from '../running/merchant.ts'
import { ownPostgres, type OwnPostgres } from '../running/own-postgres.ts'
import { signedAsk } from '../running/signed-ask.ts'
import { atEnd } from '../setup/at-end.ts'
import type { Simulator } from '../simulator/simulator.ts'

const products = [aProduct({ id: 1 }), aProduct({ id: 2 }), aProduct({ id: 3, productType: 'Other' })]
/** Bought again after thirty days, and long enough ago to be neither popular nor just bought. */
const orders = [140, 110].map((days, at) =>
  anOrder({ id: at + 1, of: [products[0]!], customerId: 7, createdAt: new Date(Date.now() - days * 86_400_000).toISOString() }),
)
const customers = [7, 8].map((id) => aCustomer({ id }))
const ours = aWorld({ facts: { domain: 'ours.myshopify.com', handle: 'ours' }, products, customers, orders })
const OURS = ours.facts.domain
const logs = resolve('.data/test-logs/storefront-door')
const NOTHING = { v: 1, cards: [] }

const offering = (product: number) => ({
  id: 'r',
  name: 'Beside the first',
  state: 'active',
  priority: 50,
  when: { kind: 'product', ids: [1] },
  offer: { where: { kind: 'product', ids: [product] }, joins: [], except: null, sort: 'best-selling', most: 4 },
})
const cardsOf = (product: number) => ({ v: 1, cards: [{ product, by: 'rule', ref: 'r' }] })

let postgres: OwnPostgres
let database: pg.Pool
let simulator: Simulator
let app: AppProcesses

beforeAll(async () => {
  mkdirSync(logs, { recursive: true })
  postgres = await ownPostgres('storefront-door')
  database = new pg.Pool({ connectionString: postgres.url, max: 2 })
  database.on('error', () => {})
  const [shopPort, appPort] = [await freePort(), await freePort()]
  simulator = await startLocalShops({ port: shopPort, appUrl: `http://localhost:${appPort}`, worlds: [ours] })
  app = await startApp({ databaseUrl: postgres.url, appPort, shopPort, logs })
  atEnd(async () => {
    await app.stop()
    await simulator.stop()
    await database.end()
  })
  await openWithAll(simulator, app.url, OURS)
  await awaitSync(database, OURS, () => {})
  await offer(2)
})

async function offer(product: number): Promise<void> {
  await putInApp(simulator, app.url, OURS, '/rules/r', offering(product))
  await publishInApp(simulator, app.url, OURS)
  await awaitPublished(database, OURS, 1)
}

/** What a shopper's browser gets from the shop's own address. */
async function askShop(product = 1): Promise<{ status: number; said: unknown }> {
  const answer = await fetch(`${simulator.storefrontUrl(OURS)}/apps/tandem/offers?product=${product}`)
  const text = await answer.text()
  return { status: answer.status, said: answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text }
}

/** What Shopify would get if it asked the app itself, the shop installed or not. */
async function askApp(): Promise<number> {
  return (await fetch(app.url + signedAsk(OURS, { product: '1' }))).status
}

const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await wait(50)
}
const shows = (answer: unknown) => async () => JSON.stringify((await askShop()).said) === JSON.stringify(answer)
const said = (words: string) => readFileSync(join(logs, 'server.log'), 'utf8').split(words).length - 1
const files = () => readdirSync(join(logs, 'published')).filter((name) => name.endsWith('.published'))

describe('the storefront door', () => {
  it('answers a shopper with what is published, and follows when it changes', async () => {
    await until(shows(cardsOf(2)))
    expect(await askShop(3)).toEqual({ status: 200, said: NOTHING })
    await offer(3)
    await until(shows(cardsOf(3)))
    expect(files()).toEqual([`${OURS}.published`])
  })

  it('is told of what changes, by whomever, also once the connection that told it was cut', async () => {
    const { rows } = await database.query<{ version: string; bytes: Buffer }>('SELECT version, bytes FROM published_snapshot')
    const put = (version: string, bytes: Buffer) =>
      database.query('UPDATE published_snapshot SET version = $1, bytes = $2', [version, bytes])
    const arrives = async (product: number) => {
      const bytes = writePublished(OURS as ShopId, new Map([[1 as ProductId, aPage([product])]]))
      await put(versionOf(bytes), bytes)
      const began = performance.now()
      await until(shows(cardsOf(product)))
      return performance.now() - began
    }
    expect(await arrives(11)).toBeLessThan(1_000)
    expect(await arrives(12)).toBeLessThan(1_000)
    const hears = `FROM pg_stat_activity WHERE application_name = 'tandem-hears-changes' AND datname = current_database()`
    const cut = await database.query(`SELECT pg_terminate_backend(pid) ${hears}`)
    expect(cut.rowCount).toBeGreaterThan(0)
    // All are looked through once in half a minute; this comes of being told anew.
    expect(await arrives(13)).toBeLessThan(5_000)
    expect(await arrives(14)).toBeLessThan(1_000)
    await put(rows[0]!.version, rows[0]!.bytes)
    await until(shows(cardsOf(3)))
  })

  it('shows a customer whom Shopify has signed in what is theirs, where no page was drawn for them, and nobody else', async () => {
    const atHome = async (query: string, cookie = '') => {
      const answer = await fetch(`${simulator.storefrontUrl(OURS)}/apps/tandem/offers?placement=home${query}`, { headers: { cookie } })
      return [answer.status, answer.ok ? ((await answer.json()) as unknown) : '', answer.headers.get('cache-control')]
    }
    const theirs = { v: 1, cards: [{ product: 1, by: 'buy-again', ref: 'buy-again' }] }
    await until(async () => JSON.stringify(await atHome('', 'customer=7')) === JSON.stringify([200, theirs, 'no-store']))
    for (const cookie of ['', 'customer=8']) expect(await atHome('', cookie)).toEqual([200, NOTHING, 'no-store'])
    // Who names somebody is answered as nobody, however it is signed.
    expect((await atHome('&logged_in_customer_id=7'))[0]).toBe(400)
    expect(await atHome('&cart=1:1', 'customer=7')).toEqual([200, NOTHING, 'no-store'])
    expect(await atHome('&seen=1', 'customer=7')).toEqual([200, NOTHING, 'no-store'])
  })

  it('lets the shop draw what is a customer’s own, in their language, as the theme’s block would', async () => {
    const drawn = async (root: string, query = '') => {
      const url = `${simulator.storefrontUrl(OURS)}${root}/apps/tandem/offers?as=liquid&placement=home${query}`
      const answer = await fetch(url, { headers: { cookie: 'customer=7' } })
      return { status: answer.status, type: answer.headers.get('content-type'), html: await answer.text() }
    }
    const { status, type, html } = await drawn('')
    expect([status, type]).toEqual([200, 'text/html; charset=utf-8'])
    expect(html.match(/<li[^>]*data-offer="\d+"/g)).toEqual(['<li class="tandem-card" data-offer="1"'])
    expect(html).toContain('value="home/buy-again/buy-again"')
    expect(html).toContain('€12.50')
    expect(html).toContain('Add to cart')
    const german = await drawn('/de', '&language=de&prices=0')
    expect(german.html).toContain('href="/de/products/product-1"')
    expect(german.html).toContain('In den Warenkorb')
    expect(german.html).not.toContain('€')
    expect(await drawn('', '&seen=1')).toMatchObject({ status: 200, html: '' })
    expect((await drawn('', '&as=liquid')).status).toBe(400)
  })

  it('answers wherever the merchant has moved it to, and whatever Shopify says besides', async () => {
    simulator.moveProxy(OURS, '/community/extras')
    simulator.sayMore(OURS, { country: 'CA' })
    const answer = await fetch(`${simulator.storefrontUrl(OURS)}/community/extras/offers?product=1`)
    expect([answer.status, await answer.json()]).toEqual([200, cardsOf(3)])
    expect((await askShop()).status).toBe(404)
    simulator.moveProxy(OURS, '/apps/tandem')
    simulator.sayMore(OURS, {})
  })

  it('refuses a snapshot that is cut short, altered or another shop’s, and the last good one serves on', async () => {
    for (const [version, bytes] of [
      ['short', 'substring(bytes for length(bytes) / 2)'],
      ['altered', 'set_byte(bytes, length(bytes) - 9, get_byte(bytes, length(bytes) - 9) # 1)'],
      ['theirs', `convert_to(replace(convert_from(bytes, 'UTF8'), 'ours.', 'them.'), 'UTF8')`],
    ]) {
      const refused = said('snapshot was refused')
      const { rows } = await database.query<{ bytes: Buffer }>('SELECT bytes FROM published_snapshot')
      await database.query(`UPDATE published_snapshot SET version = $1, bytes = ${bytes}`, [version])
      await until(() => said('snapshot was refused') > refused)
      expect(await askShop()).toEqual({ status: 200, said: cardsOf(3) })
      await database.query('UPDATE published_snapshot SET version = $1, bytes = $2', [`after ${version}`, rows[0]!.bytes])
    }
  })

  it('answers while PostgreSQL is stopped, even from a process that starts meanwhile, and follows again afterwards', async () => {
    await postgres.stop()
    for (let times = 0; times < 50; times++) expect(await askShop()).toEqual({ status: 200, said: cardsOf(3) })
    await app.replace('web')
    for (let times = 0; times < 50; times++) expect(await askShop()).toEqual({ status: 200, said: cardsOf(3) })
    await postgres.start()
    await offer(2)
    await until(shows(cardsOf(2)))
  })

  it('serves nothing of a shop that has left, from memory or from files', async () => {
    expect(await askApp()).toBe(200)
    simulator.uninstall(OURS)
    await until(async () => (await askApp()) === 404)
    await until(() => files().length === 0)
    await app.replace('web')
    expect(await askApp()).toBe(404)
  })
})
