import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../../prisma/free-port.ts'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { applyMigrations } from '../../prisma/migrate.ts'
import { localEnvironment } from '../running/app-processes.ts'
import { eventually } from '../running/eventually.ts'
import { cpuSeconds, residentBytes } from './footprint/processes.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { makeShop, shopOf } from './sizes/make-shops.ts'

const FOLDER = resolve('.data/bench-sizes')
/** What of a night's work asks Shopify nothing. Reading the shop, of which the bench sync tells, and publishing do. */
const NIGHTLY = ['retain', 'lint', 'measure', 'train'] as const
const MB = 1_000_000

/**
 * `--products 1000 --orders 10000 --shops 1`: so many shops of that size each, made up and written with SQL; then a worker does for all of them
 * what it does every night and asks Shopify nothing for: what is old is forgotten, rules are looked at, boards counted, models trained. Tells
 * how long that took, the worker's memory and seconds of a core, which other work on the machine does not lengthen, and PostgreSQL's disk. Beside it an idle worker.
 */
export const run: Bench = async (args) => {
  const { products, orders, shops } = readNumbers(args, { products: 1_000, orders: 10_000, shops: 1 })
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  const postgres = await startLocalPostgres({ folder: join(FOLDER, 'postgres'), port: await freePort() })
  const database = new pg.Pool({ connectionString: postgres.url, max: 1 })
  database.on('error', () => {})
  let worker: Awaited<ReturnType<typeof startWorker>> | undefined
  try {
    await applyMigrations(postgres.url)
    const empty = await bytesOf(database)
    const writing = performance.now()
    for (let at = 0; at < shops; at += 1) await makeShop(database, shopOf(at), { products, orders })
    await database.query('VACUUM (ANALYZE)')
    console.log(`Written in ${seconds(writing)} s`)
    const full = await bytesOf(database)
    worker = await startWorker(postgres.url)
    const idle = worker.bytes()
    const took: Record<string, number> = {}
    const cpuBefore = worker.cpu()
    const began = performance.now()
    for (const kind of NIGHTLY) took[`${kind}_s`] = await doForAll(database, kind, shops)
    const all = seconds(began)
    const { rows } = await database.query<{ bytes: number }>(`SELECT pg_total_relation_size('model_snapshot')::float8 AS bytes`)
    return {
      figures: {
        products,
        orders,
        shops,
        ...took,
        night_s: all,
        worker_cpu_s: Math.round(10 * (worker.cpu() - cpuBefore)) / 10,
        worker_peak_mb: Math.round(worker.mostBytes() / MB),
        disk_mb: Math.round((full - empty) / MB),
        models_mb: Math.round((10 * rows[0]!.bytes) / MB) / 10,
        bytes_per_order: Math.round((full - empty) / (orders * shops)),
      },
      baseline: { idle_worker_mb: Math.round(idle / MB), empty_database_mb: Math.round(empty / MB) },
      misses: [],
    }
  } finally {
    await worker?.stop()
    await database.end()
    await postgres.stop()
    await rm(FOLDER, { recursive: true, force: true })
  }
}

async function startWorker(databaseUrl: string) {
  const settings = localEnvironment({ databaseUrl, appPort: await freePort(), shopPort: await freePort() })
  const env = { ...process.env, ...settings, SNAPSHOT_FOLDER: join(FOLDER, 'published') }
  const child = spawn(process.execPath, ['worker.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  await eventually('the worker waits for jobs', () => said.includes('The worker waits for jobs'))
  let most = 0
  const look = () => (most = Math.max(most, residentBytes(child.pid!)))
  const looking = setInterval(look, 100)
  return {
    bytes: () => residentBytes(child.pid!),
    mostBytes: () => most,
    cpu: () => cpuSeconds(child.pid!),
    async stop() {
      clearInterval(looking)
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

/** Has one kind of work done for every shop; resolves to the seconds that took. Throws where some of it failed. */
async function doForAll(database: pg.Pool, kind: string, shops: number): Promise<number> {
  const began = performance.now()
  await database.query(
    `INSERT INTO jobs.job (name, data, singleton_key, policy, group_id)
     SELECT $1, jsonb_build_object('shop', shop), shop, 'stately', shop FROM unnest($2::text[]) AS shop`,
    [kind, Array.from({ length: shops }, (_, at) => shopOf(at))],
  )
  for (;;) {
    const { rows } = await database.query<{ done: number; failed: string | null }>(
      `SELECT count(*) FILTER (WHERE state = 'completed')::int AS done,
         min(output->>'message') FILTER (WHERE state IN ('retry', 'failed', 'cancelled')) AS failed FROM jobs.job WHERE name = $1`,
      [kind],
    )
    if (rows[0]!.failed !== null) throw new Error(`${kind} failed: ${rows[0]!.failed}`)
    if (rows[0]!.done >= shops) break
    await wait(50)
  }
  console.log(`${kind}: ${seconds(began)} s`)
  return seconds(began)
}

async function bytesOf(database: pg.Pool): Promise<number> {
  const { rows } = await database.query<{ bytes: number }>('SELECT pg_database_size(current_database())::float8 AS bytes')
  return rows[0]!.bytes
}

const seconds = (since: number) => Math.round((performance.now() - since) / 10) / 100
