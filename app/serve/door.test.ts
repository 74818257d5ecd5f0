import { createHmac } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { versionOf } from '#app/serve/snapshots/checked-bytes.server.ts'
import { CUSTOMERS } from '#app/serve/snapshots/customer-snapshot.server.ts'
import { shareMemory } from '#app/serve/snapshots/memory-budget.server.ts'
import { OFFERABLE } from '#app/serve/snapshots/offerable-snapshot.server.ts'
import { PUBLISHED, readPublished, writePublished, type PublishedSnapshot } from '#app/serve/snapshots/published-snapshot.server.ts'
import { keepFile } from '#app/serve/snapshots/snapshot-files.server.ts'
import { keepSnapshots, type Snapshots } from '#app/serve/snapshots/snapshot.server.ts'
import { aPage } from '../../test/a/notes.ts'
import { answer } from './door.server.ts'

const SECRET = 'a-secret-of-the-test'
const NOW = 1_790_000_000_000
const folder = mkdtempSync(join(tmpdir(), 'published-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bytesOf = (shop: string, product: number, ref: string) =>
  writePublished(shop as ShopId, new Map([[product as ProductId, aPage([9], ref)]]))
/** Nothing is refused here. */
const noneRefused = (...refused: string[]) => expect.unreachable(refused.join())
const snapshotOf = (...given: Parameters<typeof bytesOf>) => readPublished(bytesOf(...given)) as PublishedSnapshot

function signed(path: string, asked: Record<string, string>): string {
  const all = { ...asked, timestamp: String(NOW / 1000), path_prefix: '/apps/tandem', logged_in_customer_id: '' }
  const text = Object.entries(all)
    .map((pair) => pair.join('='))
    .sort()
    .join('')
  return `${path}?${new URLSearchParams({ ...all, signature: createHmac('sha256', SECRET).update(text).digest('hex') })}`
}

async function ask(
  snapshots: Snapshots<PublishedSnapshot>,
  shop: string,
  product: string,
  { method = 'GET', path = '/proxy/offers', allow = true, late = false, more = {} } = {},
) {
  const { status, body, headers } = await answer(method, signed(path, { shop, product, ...more }), NOW, {
    secrets: [SECRET],
    published: snapshots,
    offerable: keepSnapshots(OFFERABLE, folder, shareMemory(0), noneRefused),
    customers: keepSnapshots(CUSTOMERS, folder, shareMemory(0), noneRefused),
    markupIn: () => 'CARD',
    allowShop: () => allow,
    isLate: () => late,
  })
  return { status, body, headers }
}

describe('the storefront door', () => {
  const snapshots = keepSnapshots(PUBLISHED, folder, shareMemory(1_000_000), noneRefused)
  snapshots.put(snapshotOf('ours.myshopify.com', 7, 'r1'))

  it('answers with what is published for the product, and with nothing for any other', async () => {
    const found = await ask(snapshots, 'ours.myshopify.com', '7')
    expect([found.status, found.body]).toEqual([200, '{"v":1,"cards":[{"product":9,"by":"rule","ref":"r1"}]}'])
    expect(found.headers['Content-Type']).toMatch(/^application\/json/)
    expect(await ask(snapshots, 'ours.myshopify.com', '8')).toMatchObject({ status: 200, body: '{"v":1,"cards":[]}' })
    expect(await ask(snapshots, 'theirs.myshopify.com', '7')).toMatchObject({ status: 404, body: '{"v":1,"cards":[]}' })
  })

  it('answers with Liquid where Shopify is to draw it, and keeps that nowhere', async () => {
    const drawn = await ask(snapshots, 'ours.myshopify.com', '7', { more: { as: 'liquid' } })
    expect([drawn.status, drawn.headers['Content-Type'], drawn.headers['Cache-Control']]).toEqual([
      200,
      'application/liquid; charset=utf-8',
      'no-store',
    ])
    // What may be offered has not come yet: nobody knows a handle.
    expect(drawn.body).toBe('{% layout none %}')
    expect(await ask(snapshots, 'theirs.myshopify.com', '7', { more: { as: 'liquid' } })).toMatchObject({ status: 404 })
  })

  it('refuses what it does not know, and says when to come back', async () => {
    expect((await ask(snapshots, 'ours.myshopify.com', '7', { method: 'POST' })).status).toBe(405)
    expect((await ask(snapshots, 'ours.myshopify.com', '7', { path: '/proxy/../admin' })).status).toBe(404)
    expect((await ask(snapshots, 'ours.myshopify.com', '0')).status).toBe(400)
    expect((await ask(snapshots, 'ours.myshopify.com', '9999999999999999')).status).toBe(400)
    const many = await ask(snapshots, 'ours.myshopify.com', '7', { allow: false })
    expect([many.status, many.headers['Retry-After']]).toEqual([429, '1'])
  })

  it('says at once that it has no time where answers would come too late, whoever asks, and answers again afterwards', async () => {
    const late = await ask(snapshots, 'ours.myshopify.com', '7', { late: true })
    expect([late.status, late.headers['Retry-After'], late.headers['Cache-Control']]).toEqual([503, '1', 'no-store'])
    expect((await ask(snapshots, 'ours.myshopify.com', '7')).status).toBe(200)
  })
})

describe('snapshots', () => {
  const shop = (number: number) => `shop-${number}.myshopify.com`

  it('are read from their files when cold, give way to others when memory is short, and come back', async () => {
    for (const number of [1, 2, 3]) await keepFile(folder, PUBLISHED, shop(number) as ShopId, bytesOf(shop(number), 7, `r${number}`))
    const { size } = snapshotOf(shop(1), 7, 'r1')
    const snapshots = keepSnapshots(PUBLISHED, folder, shareMemory(size * 2), noneRefused)
    for (const number of [1, 2, 3, 1, 2, 3]) expect((await ask(snapshots, shop(number), '7')).body).toContain(`"r${number}"`)
    expect(snapshots.of(shop(3) as ShopId)).not.toBeInstanceOf(Promise)
    expect(snapshots.of(shop(1) as ShopId)).toBeInstanceOf(Promise)
  })

  it('serve the newest, and nothing of a shop that has left, even while its file is read', async () => {
    await keepFile(folder, PUBLISHED, shop(4) as ShopId, bytesOf(shop(4), 7, 'old'))
    const snapshots = keepSnapshots(PUBLISHED, folder, shareMemory(1_000_000), noneRefused)
    const reading = ask(snapshots, shop(4), '7')
    snapshots.put(snapshotOf(shop(4), 7, 'new'))
    expect((await reading).body).toContain('"new"')
    snapshots.drop(shop(4) as ShopId)
    expect((await ask(snapshots, shop(4), '7')).status).toBe(404)
    await keepFile(folder, PUBLISHED, shop(5) as ShopId, bytesOf(shop(5), 7, 'old'))
    const leaving = ask(snapshots, shop(5), '7')
    snapshots.drop(shop(5) as ShopId)
    expect((await leaving).status).toBe(404)
  })

  it('are read a few at a time: whoever asks for one more is told to come again, and those in memory are answered', async () => {
    const [warm, ...cold] = Array.from({ length: 100 }, (_, at) => shop(100 + at))
    for (const one of cold) await keepFile(folder, PUBLISHED, one as ShopId, bytesOf(one, 7, 'cold'))
    const snapshots = keepSnapshots(PUBLISHED, folder, shareMemory(1_000_000), noneRefused)
    snapshots.put(snapshotOf(warm!, 7, 'warm'))
    const asked = await Promise.all([...cold, warm!].map((one) => ask(snapshots, one, '7')))
    const statuses = asked.map(({ status }) => status)
    expect([statuses.slice(0, 64), statuses.slice(64, -1), statuses.at(-1)]).toEqual([Array(64).fill(200), Array(35).fill(503), 200])
    expect((await ask(snapshots, cold.at(-1)!, '7')).status).toBe(200)
  })

  it('do not trust a file that is cut short, or another shop’s, and tell of it once', async () => {
    const refused: string[][] = []
    const snapshots = keepSnapshots(PUBLISHED, folder, shareMemory(1_000_000), (...told) => void refused.push(told))
    await keepFile(folder, PUBLISHED, shop(6) as ShopId, bytesOf(shop(6), 7, 'r6'))
    truncateSync(join(folder, `${shop(6)}.published`), 100)
    await keepFile(folder, PUBLISHED, shop(7) as ShopId, bytesOf(shop(6), 7, 'r6'))
    mkdirSync(join(folder, `${shop(8)}.published`))
    for (const number of [6, 7, 8, 9, 6, 7, 8, 9]) expect((await ask(snapshots, shop(number), '7')).status).toBe(404)
    const version = versionOf(bytesOf(shop(6), 7, 'r6'))
    expect(refused).toEqual([
      [shop(6), version, 'its checksum does not fit'],
      [shop(7), version, 'it is another shop’s'],
      [shop(8), '', 'it cannot be read: EISDIR'],
    ])
    expect(snapshots.takeMissed()).toEqual([6, 7, 8, 9].map(shop))
    expect(snapshots.takeMissed()).toEqual([])
  })
})
