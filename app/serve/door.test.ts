import { createHmac } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { answer } from './door.server.ts'
import { readPublished, versionOf, writePublished, type PublishedSnapshot } from './published-snapshot.server.ts'
import { keepFile } from './snapshot-files.server.ts'
import { keepSnapshots, type Snapshots } from './snapshot.server.ts'
import { toWire } from './wire.ts'

const SECRET = 'a-secret-of-the-test'
const NOW = 1_790_000_000_000
const folder = mkdtempSync(join(tmpdir(), 'published-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bytesOf = (shop: string, product: number, ref: string) =>
  writePublished(shop as ShopId, new Map([[product as ProductId, toWire([{ product: 9, by: 'rule', ref }])]]))
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

async function ask(snapshots: Snapshots, shop: string, product: string, { method = 'GET', path = '/proxy/offers', allow = true } = {}) {
  const { status, body, headers } = await answer(method, signed(path, { shop, product }), NOW, {
    secrets: [SECRET],
    snapshots,
    allowShop: () => allow,
  })
  return { status, body: Buffer.from(body).toString(), headers }
}

describe('the storefront door', () => {
  const snapshots = keepSnapshots(folder, 1_000_000, noneRefused)
  snapshots.put(snapshotOf('ours.myshopify.com', 7, 'r1'))

  it('answers with what is published for the product, and with nothing for any other', async () => {
    const found = await ask(snapshots, 'ours.myshopify.com', '7')
    expect([found.status, found.body]).toEqual([200, '{"v":1,"cards":[{"product":9,"by":"rule","ref":"r1"}]}'])
    expect(found.headers['Content-Type']).toMatch(/^application\/json/)
    expect(await ask(snapshots, 'ours.myshopify.com', '8')).toMatchObject({ status: 200, body: '{"v":1,"cards":[]}' })
    expect(await ask(snapshots, 'theirs.myshopify.com', '7')).toMatchObject({ status: 404, body: '{"v":1,"cards":[]}' })
  })

  it('refuses what it does not know, and says when to come back', async () => {
    expect((await ask(snapshots, 'ours.myshopify.com', '7', { method: 'POST' })).status).toBe(405)
    expect((await ask(snapshots, 'ours.myshopify.com', '7', { path: '/proxy/../admin' })).status).toBe(404)
    expect((await ask(snapshots, 'ours.myshopify.com', '0')).status).toBe(400)
    expect((await ask(snapshots, 'ours.myshopify.com', '9999999999999999')).status).toBe(400)
    const many = await ask(snapshots, 'ours.myshopify.com', '7', { allow: false })
    expect([many.status, many.headers['Retry-After']]).toEqual([429, '1'])
  })
})

describe('snapshots', () => {
  const shop = (number: number) => `shop-${number}.myshopify.com`

  it('are read from their files when cold, give way to others when memory is short, and come back', async () => {
    for (const number of [1, 2, 3]) await keepFile(folder, shop(number) as ShopId, bytesOf(shop(number), 7, `r${number}`))
    const { size } = snapshotOf(shop(1), 7, 'r1')
    const snapshots = keepSnapshots(folder, size * 2, noneRefused)
    for (const number of [1, 2, 3, 1, 2, 3]) expect((await ask(snapshots, shop(number), '7')).body).toContain(`"r${number}"`)
    expect(snapshots.of(shop(3) as ShopId)).not.toBeInstanceOf(Promise)
    expect(snapshots.of(shop(1) as ShopId)).toBeInstanceOf(Promise)
  })

  it('serve the newest, and nothing of a shop that has left, even while its file is read', async () => {
    await keepFile(folder, shop(4) as ShopId, bytesOf(shop(4), 7, 'old'))
    const snapshots = keepSnapshots(folder, 1_000_000, noneRefused)
    const reading = ask(snapshots, shop(4), '7')
    snapshots.put(snapshotOf(shop(4), 7, 'new'))
    expect((await reading).body).toContain('"new"')
    snapshots.drop(shop(4) as ShopId)
    expect((await ask(snapshots, shop(4), '7')).status).toBe(404)
    await keepFile(folder, shop(5) as ShopId, bytesOf(shop(5), 7, 'old'))
    const leaving = ask(snapshots, shop(5), '7')
    snapshots.drop(shop(5) as ShopId)
    expect((await leaving).status).toBe(404)
  })

  it('do not trust a file that is cut short, or another shop’s, and tell of it once', async () => {
    const refused: string[][] = []
    const snapshots = keepSnapshots(folder, 1_000_000, (...told) => void refused.push(told))
    await keepFile(folder, shop(6) as ShopId, bytesOf(shop(6), 7, 'r6'))
    truncateSync(join(folder, `${shop(6)}.published`), 100)
    await keepFile(folder, shop(7) as ShopId, bytesOf(shop(6), 7, 'r6'))
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
