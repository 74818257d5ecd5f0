import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { openWithAll } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { everyRoute } from './foreign/every-route.ts'

const ours = aWorld({ facts: { domain: 'ours.myshopify.com', handle: 'ours' }, products: [aProduct()] })
const OURS = ours.facts.domain

let running: RunningShop
beforeAll(async () => {
  running = await aRunningShop('web-process', ours)
  await openWithAll(running.simulator, running.app.url, OURS)
  await awaitQuiet(running.simulator, running.database)
})

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly said: string
}

/** Sends the target as it is written, which `fetch` would tidy up. */
function ask(target: string, { method = 'GET', headers = {} as Record<string, string>, body = '' } = {}): Promise<Answer> {
  const { port } = new URL(running.app.url)
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ host: '127.0.0.1', port, path: target, method, headers }, (answer) => {
      void text(answer).then((said) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, said }))
    })
    asked.once('error', reject).end(body)
  })
}

/** The same for who is nobody's and has asked for as many pages as strangers may: they come again when they are told to. */
async function askPatiently(...asked: Parameters<typeof ask>): Promise<Answer> {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await ask(...asked)
    if (answer.status !== 429) return answer
    expect(framedBy(answer)).toBe(BY_NOBODY)
    await wait(1_000 * Number(answer.headers['retry-after']))
  }
  throw new Error(`${asked[0]} was turned away twenty times`)
}

const BROWSER = { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0' }
const HOST = Buffer.from('admin.shopify.com/store/ours').toString('base64url')
const signedIn = () => ({ ...BROWSER, authorization: `Bearer ${running.simulator.sessionToken(OURS)}` })
const opened = () => new URLSearchParams({ embedded: '1', shop: OURS, host: HOST, id_token: running.simulator.sessionToken(OURS) })
const framedBy = ({ headers }: Answer) =>
  /frame-ancestors[^;]*/.exec(String(headers['content-security-policy']))?.[0].replace(/ http:\S+/g, '')
const BY_OURS = `frame-ancestors https://${OURS} https://admin.shopify.com`
const BY_NOBODY = "frame-ancestors 'none'"

describe.each(everyRoute())('at “%s”', (route) => {
  const path = `/${route.replace(/:\w+|\*/, 'nothing')}`

  it('only the shop’s own admin may frame any answer, good or bad; where no shop is named, nobody may', async () => {
    const asks: readonly (readonly [string, Parameters<typeof ask>[1]])[] = [
      [path, { headers: BROWSER }],
      [path, { headers: signedIn() }],
      [`${path}?${opened()}`, { headers: BROWSER }],
      [`${path}?shop=${OURS}`, { headers: BROWSER }],
      [`${path}?shop=${OURS}&host=${HOST}&embedded=1`, { headers: BROWSER }],
      [`${path}?shop=${OURS}&host=${HOST}&embedded=1&id_token=forged`, { headers: BROWSER }],
      [`${path}?shop=${OURS}`, { headers: { 'user-agent': 'bot' } }],
      [`${path}?shop=evil.example`, { headers: BROWSER }],
      ...['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'].map(
        (method) => [`${path}?shop=${OURS}`, { method, headers: BROWSER }] as const,
      ),
      [`${path}.data?shop=${OURS}`, { headers: signedIn() }],
      [`${path}.data?shop=${OURS}`, { method: 'POST', headers: { ...signedIn(), 'content-type': 'application/json' }, body: '{broken' }],
    ]
    for (const [target, how] of asks) {
      const answer = await askPatiently(target, how)
      // What only machines ask for has a door of its own, and nobody frames it.
      const isOurs = target.includes(OURS) && !target.startsWith('/webhooks?')
      expect([how?.method, target, framedBy(answer)]).toEqual([how?.method, target, isOurs ? BY_OURS : BY_NOBODY])
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
      expect([how?.method, target, answer.status < 500 || answer.status === 503]).toEqual([how?.method, target, true])
    }
  })
})

describe('the web process', () => {
  it.each(['/nowhere', '/assets/none.js', '/favicon.ico', '/proxy/offers', '/proxy/', '/proxy'])('lets nobody frame %s', async (path) => {
    expect(framedBy(await ask(path))).toContain(BY_NOBODY)
  })

  it.each([
    '//evil.example/app',
    '//',
    '///',
    '/\\evil.example',
    '/app/..//evil.example',
    '/%',
    '/%ff',
    '/app?%',
    '/app%00',
    'http://evil.example/app',
    '*',
  ])('leads nowhere else and goes on when it is asked for %s', async (target) => {
    const { status, headers, said } = await ask(target, { headers: BROWSER })
    expect(status).toBeLessThan(500)
    expect(headers.location ?? '').not.toMatch(/^(https?:)?[/\\]{2}evil/)
    expect(said).not.toMatch(/at \S+ \(|node_modules/)
    expect((await ask('/healthz')).status).toBe(200)
  })
})

describe('/readyz', () => {
  const ready = async () => {
    const { status, said } = await ask('/readyz')
    return `${status} ${said}`
  }
  const sql = (statement: string) => running.database.query(statement)

  it('says that all is well, or what is missing', async () => {
    // A database that takes longer than the process waits for it counts as away.
    await expect.poll(ready).toBe('200 ready')
    await sql('ALTER SCHEMA jobs RENAME TO jobs_away')
    await expect.poll(ready).toMatch(/^503 The queue has no tables yet/)
    await sql('ALTER SCHEMA jobs_away RENAME TO jobs')
    await sql(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name LIKE '%leaving'`)
    await expect.poll(ready).toMatch(/^503 The database lacks migrations: \d+_leaving$/)
    await sql('ALTER TABLE _prisma_migrations RENAME TO book_away')
    await expect.poll(ready).toMatch(/^503 The database lacks migrations: \d+_first_slice, /)
    await sql('ALTER TABLE book_away RENAME TO _prisma_migrations')
    await sql('UPDATE _prisma_migrations SET rolled_back_at = NULL')
    await expect.poll(ready).toBe('200 ready')
  })

  it('says that the database is away, and that it is back, while the process goes on', async () => {
    const { rows } = await running.database.query<{ name: string }>('SELECT current_database() AS name')
    const others = new URL(running.databaseUrl)
    others.pathname = '/postgres'
    const server = new pg.Client({ connectionString: others.href })
    await server.connect()
    try {
      await server.query(`ALTER DATABASE ${rows[0]!.name} ALLOW_CONNECTIONS false`)
      await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [rows[0]!.name])
      while (!(await ready()).startsWith('503')) await wait(50)
      expect(await ready()).toBe('503 The database cannot be reached')
      expect((await ask('/healthz')).status).toBe(200)
    } finally {
      await server.query(`ALTER DATABASE ${rows[0]!.name} ALLOW_CONNECTIONS true`)
      await server.end()
    }
    while ((await ready()) !== '200 ready') await wait(50)
  })
})
