import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { freePort } from '../../../prisma/free-port.ts'
import { applyMigrations } from '../../../prisma/migrate.ts'
import { aRule } from '../../a/rule.ts'
import { anOrder, aProduct, aWorld } from '../../a/world.ts'
import { startApp, type AppPlace, type AppProcesses } from '../../running/app-processes.ts'
import { awaitQuiet } from '../../running/await-quiet.ts'
import { awaitPublished, awaitSync } from '../../running/await-setup.ts'
import { eventually } from '../../running/eventually.ts'
import { startLocalShops } from '../../running/local-shops.ts'
import { openWithAll, publishInApp, putInApp } from '../../running/merchant.ts'
import { previousRelease } from '../../running/previous-release.ts'
import { aDatabase } from '../../setup/database.ts'
import type { Simulator } from '../../simulator/simulator.ts'

const products = [1, 2, 3].map((id) => aProduct({ id, stock: null }))
const world = aWorld({ products, orders: [anOrder({ id: 1, of: products })] })
const DOMAIN = world.facts.domain
const offering = (id: number) =>
  aRule({ id: 'r', when: { kind: 'product', ids: [1 as ProductId] }, where: { kind: 'product', ids: [id as ProductId] } })
const cardOf = (id: number) => `200 {"v":1,"cards":[{"product":${id},"by":"rule","ref":"r"}]}`
/** What a merchant would miss: rules, versions, arms, boards, what was decided. */
const KEPT = ['rule', 'rule_version', 'published_slot', 'measurement', 'measure_epoch', 'measure_total', 'proposal']

const previous = await previousRelease()

describe.skipIf(previous === null)(`the previous release, ${previous?.name}`, () => {
  let place: AppPlace
  let simulator: Simulator
  let database: pg.Pool
  let app: AppProcesses
  let placed = 0

  beforeAll(async () => {
    const logs = resolve(join('.data/test-logs/previous-release'))
    mkdirSync(logs, { recursive: true })
    place = { databaseUrl: await aDatabase({ migrated: false }), appPort: await freePort(), shopPort: await freePort(), logs }
    database = new pg.Pool({ connectionString: place.databaseUrl, max: 2 })
    database.on('error', () => {})
    await applyMigrations(place.databaseUrl, join(previous!.folder, 'prisma/migrations'))
    simulator = await startLocalShops({ port: place.shopPort, appUrl: `http://localhost:${place.appPort}`, worlds: [world] })
    app = await startApp({ ...place, files: previous!.folder })
    await openWithAll(simulator, app.url, DOMAIN)
    await awaitSync(database, DOMAIN, () => {})
    await quiet()
  })
  afterAll(async () => {
    await app?.stop()
    await simulator?.stop()
    await database?.end()
  })

  const quiet = () => awaitQuiet(simulator, database)
  const ask = () =>
    fetch(`${simulator.storefrontUrl(DOMAIN)}/apps/tandem/offers?product=1`).then(
      async (answer) => `${answer.status} ${await answer.text()}`,
    )
  const order = () => {
    placed += 1
    return simulator.shops
      .get(DOMAIN)!
      .placeOrder({ customerId: null, lines: [{ variantId: products[0]!.variants[0]!.id, quantity: 1, properties: {} }], attributes: {} })
  }
  const publish = async (id: number) => {
    await putInApp(simulator, app.url, DOMAIN, '/rules/r', offering(id))
    await publishInApp(simulator, app.url, DOMAIN)
    await awaitPublished(database, DOMAIN, 1)
    await eventually(`product ${id} is served`, async () => (await ask()) === cardOf(id))
  }
  /** Every row of what is kept, by what the previous release knew of it. */
  const kept = async (columns: Awaited<ReturnType<typeof columnsOf>>) => {
    const rows = columns.map(async ({ table, names }) => {
      const { rows } = await database.query<{ row: string }>(`SELECT (${names})::text AS row FROM "${table}" AS one ORDER BY 1`)
      return [table, rows.map(({ row }) => row)] as const
    })
    return Object.fromEntries(await Promise.all(rows))
  }
  async function columnsOf() {
    const { rows } = await database.query<{ table: string; names: string }>(
      `SELECT table_name AS table, 'ROW(' || string_agg(format('one.%I', column_name), ', ' ORDER BY column_name) || ')' AS names
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ANY($1) GROUP BY 1`,
      [KEPT],
    )
    return rows
  }
  const change = async (to: AppPlace) => {
    await app.stop()
    app = await startApp(to)
    await eventually('it is ready', () => fetch(`${app.url}/readyz`).then(async (answer) => (await answer.text()) === 'ready'))
  }

  it('serves and works while this tree’s migrations come and on what they leave, gives way to this tree, and takes its place again', async () => {
    await publish(2)
    await quiet()
    const columns = await columnsOf()
    const before = await kept(columns)
    expect(Object.values(before).filter((rows) => rows.length > 0).length).toBeGreaterThan(4)

    let isMigrated = false
    const migrated = applyMigrations(place.databaseUrl).then(() => (isMigrated = true))
    const answers = new Set<string>()
    while (!isMigrated || placed < 20) {
      order()
      answers.add(await ask())
    }
    await migrated
    await quiet()
    expect([...answers]).toEqual([cardOf(2)])
    expect(await kept(columns)).toEqual(before)

    await change({ ...place, files: previous!.folder })
    order()
    await eventually('it serves on the new schema', async () => (await ask()) === cardOf(2))
    await quiet()

    await change(place)
    order()
    await eventually('this tree serves what that one published', async () => (await ask()) === cardOf(2))
    await quiet()
    expect(await kept(columns)).toEqual(before)
    await publish(3)

    await change({ ...place, files: previous!.folder })
    order()
    await eventually('one step back serves what this tree published', async () => (await ask()) === cardOf(3))
    await quiet()
    const { rows } = await database.query<{ orders: number }>('SELECT count(*)::int AS orders FROM "order"')
    expect(rows[0]!.orders).toBe(1 + placed)
    await publish(2)
  })
})
