import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { inLanes } from '#app/platform/in-lanes.ts'
import { freePort } from '../../prisma/free-port.ts'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { applyMigrations } from '../../prisma/migrate.ts'
import { localEnvironment } from '../running/app-processes.ts'
import { CalledWrongly, readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { within } from './serve/measures.ts'
import { installShop, type InstalledShop } from './sizes/install-shop.ts'
import { makeShop, shopOf } from './sizes/make-shops.ts'
import { openPages } from './sizes/open-pages.ts'
import { partitionByShop } from './sizes/partition-by-shop.ts'
import { startWorker, type MeasuredWorker } from './sizes/start-worker.ts'

const FOLDER = resolve('.data/bench-sizes')
/** What of a night's work asks Shopify nothing. Reading the shop, of which the bench sync tells, and publishing do. */
const NIGHTLY = ['retain', 'lint', 'measure', 'train'] as const
/** Nearly all rows of a shop. */
const SHOPS_ROWS = ['order_line', 'order', 'product']
const MB = 1_000_000
const NIGHT_HOURS = 4
const PAGE_MS = 300

/**
 * `--products 1000 --orders 10000 --shops 1 --night 1 --workers 1 --parts 0`: so many shops of that size each, made up and written with SQL, the
 * orders in so many parts by shop. Then workers do for the first of them, as many as `--night` says (all, unless said), what they do every
 * night and ask Shopify nothing for: what is old is forgotten, rules are looked at, boards counted, models trained. Meanwhile one merchant opens
 * pages. Tells how long that took and would for all shops, the workers' memory and seconds of a core, which other work on the machine does
 * not lengthen, how long a page took, PostgreSQL's disk, and how long it takes to look after its tables and to forget a shop. Beside it an
 * idle worker, and the same pages before the night.
 */
export const run: Bench = async (args) => {
  const given = readNumbers(args, { products: 1_000, orders: 10_000, shops: 1, night: 0, workers: 1, parts: 0 })
  const { products, orders, shops } = given
  if (Math.min(products, orders, shops, given.workers) === 0)
    throw new CalledWrongly('--products, --orders, --shops and --workers take 1 at least')
  const night = Math.min(shops, given.night || shops)
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  const postgres = await startLocalPostgres({ folder: join(FOLDER, 'postgres'), port: await freePort() })
  const database = new pg.Pool({ connectionString: postgres.url, max: 2 })
  database.on('error', () => {})
  const workers: MeasuredWorker[] = []
  const place = { databaseUrl: postgres.url, appPort: await freePort(), shopPort: await freePort(), logs: FOLDER }
  let installed: InstalledShop | undefined
  try {
    await applyMigrations(postgres.url)
    if (given.parts > 0) await partitionByShop(database, given.parts)
    const empty = await bytesOf(database)
    installed = await installShop(place, shopOf(0))
    const { simulator, appUrl } = installed
    // What installing asks of a worker is not the night's.
    await database.query('DELETE FROM jobs.job')
    const writing = performance.now()
    const all = Array.from({ length: shops }, (_, at) => shopOf(at))
    await inLanes(2, all, (shop) => makeShop(database, shop, { products, orders }))
    const written = seconds(writing)
    const looking = performance.now()
    await database.query('VACUUM (ANALYZE)')
    const vacuum = seconds(looking)
    console.log(`Written in ${written} s, looked after in ${vacuum} s`)
    const full = await bytesOf(database)
    const settings = { ...localEnvironment(place), SNAPSHOT_FOLDER: join(FOLDER, 'published') }
    for (let at = 0; at < given.workers; at += 1) workers.push(await startWorker(settings))
    const idle = workers[0]!.bytes()
    const openFor = async (milliseconds: number) => {
      const opened = openPages(simulator, appUrl, shopOf(0))
      await wait(milliseconds)
      return opened.stop()
    }
    // The processes that draw them start when they are asked for first.
    await openFor(5_000)
    const quiet = await openFor(10_000)
    const cpu = () => workers.reduce((sum, worker) => sum + worker.cpu(), 0)
    const cpuBefore = cpu()
    const took: Record<string, number> = {}
    const opened = openPages(simulator, appUrl, shopOf(0))
    const began = performance.now()
    for (const kind of NIGHTLY) took[`${kind}_s`] = await doForAll(database, kind, all.slice(0, night))
    const nightly = seconds(began)
    const pages = await opened.stop()
    const forgetting = performance.now()
    for (const table of SHOPS_ROWS) await database.query(`DELETE FROM "${table}" WHERE shop_id = $1`, [all.at(-1)])
    const forget = seconds(forgetting)
    const ofAll = round((nightly * shops) / night / 3_600)
    const { rows } = await database.query<{ bytes: number }>(`SELECT pg_total_relation_size('model_snapshot')::float8 AS bytes`)
    return {
      figures: {
        products,
        orders,
        shops,
        night,
        workers: given.workers,
        parts: given.parts,
        written_s: written,
        vacuum_s: vacuum,
        forget_s: forget,
        ...took,
        night_s: nightly,
        hours_for_all: ofAll,
        workers_cpu_s: Math.round(10 * (cpu() - cpuBefore)) / 10,
        worker_peak_mb: Math.round(Math.max(...workers.map((worker) => worker.mostBytes())) / MB),
        disk_mb: Math.round((full - empty) / MB),
        models_mb: Math.round((10 * rows[0]!.bytes) / MB) / 10,
        bytes_per_order: Math.round((full - empty) / (orders * shops)),
        pages: pages.length,
        page_p50_ms: atShare(pages, 0.5),
        page_p95_ms: atShare(pages, 0.95),
      },
      baseline: {
        idle_worker_mb: Math.round(idle / MB),
        empty_database_mb: Math.round(empty / MB),
        page_p50_ms: atShare(quiet, 0.5),
        page_p95_ms: atShare(quiet, 0.95),
      },
      misses: [
        ...(ofAll > NIGHT_HOURS ? [`a night of ${ofAll} hours, not ${NIGHT_HOURS}`] : []),
        ...(atShare(pages, 0.95) > PAGE_MS ? [`a page in ${atShare(pages, 0.95)} ms, not ${PAGE_MS}`] : []),
      ],
    }
  } finally {
    for (const worker of workers) await worker.stop()
    await installed?.stop()
    await database.end()
    await postgres.stop()
    await rm(FOLDER, { recursive: true, force: true })
  }
}

/** Has one kind of work done for each of the shops; resolves to the seconds that took. Throws where some of it failed. */
async function doForAll(database: pg.Pool, kind: string, shops: readonly string[]): Promise<number> {
  const began = performance.now()
  await database.query(
    `INSERT INTO jobs.job (name, data, singleton_key, policy, group_id)
     SELECT $1, jsonb_build_object('shop', shop), shop, 'stately', shop FROM unnest($2::text[]) AS shop`,
    [kind, shops],
  )
  for (;;) {
    const { rows } = await database.query<{ done: number; failed: string | null }>(
      `SELECT count(*) FILTER (WHERE state = 'completed')::int AS done,
         min(output->>'message') FILTER (WHERE state IN ('retry', 'failed', 'cancelled')) AS failed FROM jobs.job WHERE name = $1 AND singleton_key = ANY($2)`,
      [kind, shops],
    )
    if (rows[0]!.failed !== null) throw new Error(`${kind} failed: ${rows[0]!.failed}`)
    if (rows[0]!.done >= shops.length) break
    await wait(50)
  }
  console.log(`${kind}: ${seconds(began)} s`)
  return seconds(began)
}

async function bytesOf(database: pg.Pool): Promise<number> {
  const { rows } = await database.query<{ bytes: number }>('SELECT pg_database_size(current_database())::float8 AS bytes')
  return rows[0]!.bytes
}

const round = (value: number) => Math.round(100 * value) / 100
const seconds = (since: number) => round((performance.now() - since) / 1_000)
const atShare = (took: Float64Array, share: number) => Math.round(within(took, share))
