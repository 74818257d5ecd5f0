import { describe, expect, it } from 'vitest'
import { askApp } from '../../running/merchant.ts'
import { expectCatalogHeld } from '../../running/what-is-held.ts'
import { aReadShop, DOMAIN } from './read-shop.ts'

const { app, database, simulator, shop, weather, quiet, expectHeld, rowsOf, one, until, begin, readAnew, exportsBegun, keepWaiting } =
  await aReadShop('exports')

describe('an export', () => {
  it('is read to its end although the line breaks again and again', async () => {
    weather.files.next(2, { kind: 'cut', after: 5_000 })
    weather.files.next(1, { kind: 'status', status: 503 })
    weather.files.next(1, { kind: 'reset' })
    weather.files.next(2, { kind: 'cut', after: 9_000 })
    const before = exportsBegun()
    await readAnew()
    await quiet()
    await expectHeld()
    expect(weather.files.met.length).toBeGreaterThanOrEqual(6)
    expect(exportsBegun()).toBe(before + 2)
  })

  it('of the catalogue changes nothing where it tells what is held, and something where it tells something else', async () => {
    const changes = () => one('SELECT max(number)::int FROM catalog_change')
    const before = await changes()
    await begin()
    await quiet()
    expect(await changes()).toBe(before)
    await database.query(`UPDATE collection SET title = 'Not what Shopify calls it'`)
    await begin()
    await quiet()
    await expectHeld()
    expect(await changes()).toBeGreaterThan(Number(before))
  })

  it('is begun anew where its file is gone, or where it ends without one', async () => {
    weather.files.next(1, { kind: 'status', status: 404 })
    weather.exports.next(1, { kind: 'expires' }, 'orders')
    weather.exports.next(1, { kind: 'fails', after: 10 }, 'orders')
    await readAnew()
    await quiet()
    await expectHeld()
    expect(await rowsOf('SELECT kind, phase, failure FROM sync ORDER BY kind')).toEqual([
      { kind: 'catalog', phase: 'done', failure: null },
      { kind: 'orders', phase: 'done', failure: null },
    ])
  })

  it('is gone on with after its worker was killed, and taken over once', async () => {
    await keepWaiting(readAnew)
    const before = exportsBegun()
    const operation = await one(`SELECT bulk_operation_id FROM sync WHERE kind = 'catalog'`)
    await app.replace('worker')
    expect(await one('SELECT count(*) FROM product')).toBe('0')
    // The queue misses the dead worker after a while; nobody waits for that here.
    await database.query(`UPDATE jobs.job SET state = 'retry', start_after = now() WHERE name = 'sync' AND state = 'active'`)
    await quiet()
    await expectHeld()
    expect(operation).toMatch(/^gid:/)
    expect(exportsBegun()).toBe(before + 1)
  })
})

describe('a damaged export', () => {
  it('loses nothing: what cannot be read is counted, told and asked for by itself', async () => {
    weather.exports.next(1, { kind: 'spoilt', broken: 4, orphaned: 2, truncated: true }, 'products')
    weather.exports.next(1, { kind: 'spoilt', broken: 3, orphaned: 2 }, 'orders')
    await readAnew()
    await quiet()
    await expectHeld()
    const damages = weather.exports.damages.slice(-2)
    const sync = await rowsOf('SELECT kind, broken, orphans FROM sync ORDER BY kind')
    expect(sync.map(({ broken }) => broken)).toEqual(damages.map((damage) => damage.broken.length + (damage.truncated ? 1 : 0)))
    expect(sync.every(({ orphans }) => Number(orphans) >= 2)).toBe(true)
    const lines = await rowsOf('SELECT kind, gid, why FROM quarantined_line')
    for (const { id } of damages.flatMap(({ leftOut }) => leftOut)) expect(lines.map(({ gid }) => gid)).toContain(id)
    expect(new Set(lines.map(({ why }) => why))).toEqual(
      new Set(['is no JSON', 'its children came without it', 'its lines came without it']),
    )
    expect((await askApp(simulator, app.url, DOMAIN, '/app.data')).text).toContain('"broken",5')
  })

  it('of a catalogue that stands already takes no product away and tears none apart', async () => {
    await database.query(`UPDATE sync SET broken = 0, orphans = 0`)
    weather.exports.next(1, { kind: 'spoilt', broken: 5, orphaned: 3 }, 'products')
    // Nobody answers when they are asked for, so that only the export speaks.
    weather.graphql.often(1, { kind: 'hang', milliseconds: 300 }, 'ProductNow')
    await begin()
    await until(`SELECT broken > 0 FROM sync WHERE kind = 'catalog'`)
    await expectCatalogHeld(database, shop)
    await quiet()
    await expectCatalogHeld(database, shop)
  })
})

describe('an export whose content makes the reading fail', () => {
  it('is not held on to: the next look asks for another, and what was mended is read', async () => {
    await database.query(`ALTER TABLE product ADD CONSTRAINT no_bad CHECK (title <> 'bad')`)
    weather.webhooks.often(1, { kind: 'lost' })
    shop.changeProduct(5, (product) => void (product.title = 'bad'))
    await begin()
    await until(`SELECT EXISTS (SELECT FROM sync WHERE kind = 'catalog' AND phase = 'failed')`)
    const before = exportsBegun()
    shop.changeProduct(5, (product) => void (product.title = 'good'))
    await quiet()
    await begin()
    await quiet()
    await expectHeld()
    expect(exportsBegun()).toBeGreaterThan(before)
    expect(await rowsOf('SELECT kind, phase, failure FROM sync ORDER BY kind')).toEqual([
      { kind: 'catalog', phase: 'done', failure: null },
      { kind: 'orders', phase: 'done', failure: null },
    ])
  })

  it('is gone on with where the trouble was not in it', async () => {
    weather.files.next(20, { kind: 'status', status: 503 })
    const before = exportsBegun()
    await begin()
    await until(`SELECT EXISTS (SELECT FROM sync WHERE kind = 'catalog' AND phase = 'failed')`)
    expect(await one(`SELECT bulk_operation_id IS NOT NULL FROM sync WHERE kind = 'catalog'`)).toBe(true)
    weather.files.clear()
    await quiet()
    await expectHeld()
    expect(exportsBegun()).toBe(before + 2)
  })
})
