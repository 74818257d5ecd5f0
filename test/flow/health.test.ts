import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { askApp, openWithAll, readPage } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'

const products = Array.from({ length: 30 }, (_, at) => aProduct({ id: at + 1 }))
const ours = aWorld({ facts: { domain: 'ours.myshopify.com', handle: 'ours' }, products })
const OURS = ours.facts.domain

let running: RunningShop

beforeAll(async () => {
  running = await aRunningShop('health', ours)
  running.simulator.weather(OURS).files.next(1, { kind: 'hang', milliseconds: 600_000 })
  await openWithAll(running.simulator, running.app.url, OURS)
})

const rows = async (sql: string) => (await running.database.query<Record<string, unknown>>(sql)).rows
const jobs = (name: string, state: string) => rows(`SELECT id, output FROM jobs.job WHERE name = '${name}' AND state = '${state}'`)
const until = async (isSo: () => Promise<boolean>) => {
  while (!(await isSo())) await wait(50)
}
/** The page as the merchant reads it. */
async function page(path = '/settings/status'): Promise<string> {
  const html = await readPage(running.simulator, running.app.url, OURS, path)
  return html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&quot;', '"')
}
async function wish(document: unknown): Promise<string> {
  const { status, text } = await askApp(running.simulator, running.app.url, OURS, '/app/settings/status.data', document)
  return `${status} ${text}`
}

describe('the Health page', () => {
  it('shows what runs and how far it is, and stops it, whichever process it runs in', async () => {
    await until(async () => (await rows(`SELECT FROM sync WHERE phase = 'exporting'`)).length === 1)
    await until(async () => (await page()).includes('Shopify is preparing the data:'))
    expect(await page()).toMatch(/Running now Reading your products and orders Since \w+ \d+/)
    const [job] = await jobs('sync', 'active')
    expect(await wish({ kind: 'stop', id: job!['id'] })).toMatch(/^200.*true/)
    // The worker itself notices and lets go of what it was doing.
    await until(async () => (await rows(`SELECT FROM sync WHERE phase = 'failed' AND failure = 'stopped'`)).length === 1)
    expect(await page()).toMatch(/Failed .* Reading your products and orders You stopped this /)
    expect(await page()).toContain('Nothing is running.')
    expect(await page('')).toContain('You stopped reading it.')
    expect(await jobs('sync', 'active')).toEqual([])
    expect(await wish({ kind: 'stop', id: job!['id'] })).toMatch(/^200.*false/)
  })

  it('does what was stopped when it is asked for again', async () => {
    const [job] = await jobs('sync', 'cancelled')
    expect(await wish({ kind: 'again', id: job!['id'] })).toMatch(/^200.*true/)
    await awaitQuiet(running.simulator, running.database)
    expect(await rows('SELECT count(*)::int AS count FROM product')).toEqual([{ count: products.length }])
    expect(await page()).toMatch(/Running now Nothing is running\. Waiting Nothing is waiting\. Failed Nothing has failed\./)
  })

  it('says what failed for good and why, without what belongs to nobody’s eyes, and tries it again', async () => {
    const weather = running.simulator.weather(OURS)
    weather.graphql.next(50, { kind: 'status', status: 500 })
    await running.database.query('DELETE FROM sync')
    await askApp(running.simulator, running.app.url, OURS, '/app.data?index', {})
    await until(async () => {
      await running.database.query(`UPDATE jobs.job SET retry_limit = retry_count WHERE name = 'sync' AND state <= 'active'`)
      return (await jobs('sync', 'failed')).length === 1
    })
    expect(await page()).toMatch(/Failed .*Reading your products and orders Given up .* It ended: “[^”]+”/)
    weather.clear()
    const [job] = await jobs('sync', 'failed')
    expect(Object.keys(job!['output'] as object).toSorted()).toEqual(['message', 'name', 'stack'])
    expect(await wish({ kind: 'again', id: job!['id'] })).toMatch(/^200.*true/)
    await awaitQuiet(running.simulator, running.database)
    expect(await page()).toContain('Nothing has failed.')
    expect(await rows('SELECT count(*)::int AS count FROM sync WHERE phase = $$done$$')).toEqual([{ count: 2 }])
  })

  it('shows changes that could not be taken over, with the reason, and tries them again', async () => {
    await running.database.query(
      `INSERT INTO delivery (shop_id, topic, webhook_id, kept, triggered_at, tries, failure)
       VALUES ($1, 'products/update', 'w', '{"kind":"product","id":1}', now(), 3, 'It made no sense')`,
      [OURS],
    )
    expect(await page()).toMatch(/products\/update Changes: 1, the last received .* It ended: “It made no sense” Try all again/)
    expect(await wish({ kind: 'apply-again' })).toMatch(/^200.*true/)
    await awaitQuiet(running.simulator, running.database)
    expect(await rows(`SELECT failure, applied_at IS NOT NULL AS applied FROM delivery WHERE webhook_id = 'w'`)).toEqual([
      { failure: null, applied: true },
    ])
    expect(await page()).not.toContain('last received')
  })

  it.each([{ kind: 'stop' }, { kind: 'again', id: 'x' }, { kind: 'drop-everything' }, [[]], null])('refuses %o', async (document) => {
    expect(await wish(document)).toMatch(/^400/)
  })

  it('is read as data, too', async () => {
    const { status, text } = await askApp(running.simulator, running.app.url, OURS, '/app/settings/status.data')
    expect([status, text.includes('setAside')]).toEqual([200, true])
  })

  it.each(['apply', 'leave', 'retain'])('does not stop %s, which forgets or takes over', async (name) => {
    const id = '00000000-0000-4000-8000-00000000000a'
    await running.database.query(
      `INSERT INTO jobs.job (id, name, data, singleton_key, policy, start_after) VALUES ($1, $2, $3, $4, 'stately', now() + interval '1 hour')`,
      [id, name, { shop: OURS }, OURS],
    )
    expect(await page()).toContain('Begins ')
    expect(await wish({ kind: 'stop', id })).toMatch(/^200.*false/)
    await running.database.query('DELETE FROM jobs.job WHERE id = $1', [id])
  })
})
