import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { freePort } from '../../prisma/free-port.ts'
import { startApp } from '../running/app-processes.ts'
import { awaitSync } from '../running/await-setup.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { ownDatabase } from './measuring/own-database.ts'
import { busyShop } from './webhooks/busy-shop.ts'
import { flood, within, type Flooded } from './webhooks/flooded.ts'
import { keepSyncing } from './webhooks/keep-syncing.ts'

const P99_MS = 100
/** Seconds of the same load before the clock counts: a server that has long been up is measured. */
const WARM_SECONDS = 3
const FOLDER = resolve('.data/bench-webhooks')
/** Ids of the orders that are sent; the shop's own past lies below. */
const WARM = 500_000_000
const BARE = 1_000_000_000
const STEADY = 2_000_000_000
const BURST = 3_000_000_000
/** Of PostgreSQL's log, 16 MB each: about twice what a run fills. */
const SEGMENTS = 32
/** What keeping, and seeing to it that what is kept is applied, may cost beside keeping alone. */
const TIMES = 1.5
const CONVERGES_WITHIN = 120_000

/**
 * `--rate 500 --seconds 60 --burst 5000 --orders 20000`: how soon deliveries are acknowledged while the shop, of so many past
 * orders, is read again and again; then a burst at once. Every acknowledged one must be found applied. Beside it a bare server
 * that verifies and inserts, under the same load. The app, its worker and PostgreSQL have the machine to themselves as far as
 * that can be: the shop that is read only gets what they leave. PostgreSQL is as one that has long been up.
 */
export const run: Bench = async (args) => {
  const { rate, seconds, burst, orders } = readNumbers(args, { rate: 500, seconds: 60, burst: 5_000, orders: 20_000 })
  const [shopPort, appPort, barePort] = [await freePort(), await freePort(), await freePort()]
  const postgres = await ownDatabase(FOLDER, 4)
  const { database } = postgres
  await ageLog(database)
  const shop = busyShop(0).facts.domain
  const local = apart('shop', shopPort, `http://localhost:${appPort}`, orders)
  const bare = apart('bare-server', postgres.url, barePort)
  await Promise.all([hear(local), hear(bare)])
  const app = await startApp({ databaseUrl: postgres.url, appPort, shopPort, logs: FOLDER })
  try {
    local.send('open the app')
    await hear(local)
    await awaitSync(database, shop, (line) => console.log(line))
    const syncing = keepSyncing(database, shop)
    const warm = rate * WARM_SECONDS
    await flood(`http://127.0.0.1:${barePort}`, WARM, warm, rate)
    const bareSteady = await flood(`http://127.0.0.1:${barePort}`, BARE, rate * seconds, rate)
    tell('bare server', bareSteady)
    const warmed = await flood(`${app.url}/webhooks`, WARM, warm, rate)
    const steady = await flood(`${app.url}/webhooks`, STEADY, rate * seconds, rate)
    tell('app', steady)
    const bareBurst = await flood(`http://127.0.0.1:${barePort}`, BARE + rate * seconds, burst, 0)
    tell('bare server, at once', bareBurst)
    const flushed = await flood(`${app.url}/webhooks`, BURST, burst, 0)
    tell('app, at once', flushed)
    const syncs = await syncing.stop()
    const appliedAfter = await untilApplied(database)
    const floods: [Flooded, number, number][] = [
      [warmed, WARM, warm],
      [steady, STEADY, rate * seconds],
      [flushed, BURST, burst],
    ]
    let lost = 0
    for (const one of floods) lost += await missing(database, ...one)
    if (lost > 0) throw new Error(`${lost} acknowledged deliveries were not applied`)
    if (syncs === 0) throw new Error('The shop was not once read to the end meanwhile')
    const [p99, bareP99] = [within(0.99, steady), within(0.99, bareSteady)]
    return {
      figures: { ...figures('', steady), ...figures('burst_', flushed), lost, syncs, applied_after_s: round(appliedAfter / 1_000) },
      baseline: { ...figures('bare_', bareSteady), ...figures('bare_burst_', bareBurst) },
      misses: [
        ...(p99 < P99_MS ? [] : [`99 of 100 deliveries were acknowledged within ${round(p99)} ms, not ${P99_MS}`]),
        ...(p99 <= TIMES * bareP99 ? [] : [`that is more than ${TIMES} times the bare server’s ${round(bareP99)} ms`]),
        ...[steady, flushed].flatMap(({ refused }) => (refused.length > 0 ? [`${refused.length} deliveries were not acknowledged`] : [])),
      ],
    }
  } finally {
    await app.stop()
    for (const one of [local, bare]) if (one.connected) one.disconnect()
    await postgres.stop()
  }
}

/** A process of this folder in a session of its own: Linux shares a core among sessions, and the app is in none with others either. */
function apart(name: string, ...args: readonly (string | number)[]): ChildProcess {
  return fork(`test/bench/webhooks/${name}.ts`, args.map(String), { detached: true })
}

/** Resolves once the process says something. Throws an Error when it ends instead. */
async function hear(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${child.spawnargs.at(1)} has ended`)
  })
  await Promise.race([once(child, 'message'), ended])
}

/** A young PostgreSQL makes each segment of its log anew, for about 100 ms, while every commit waits; later it uses them again. */
async function ageLog(database: pg.Pool): Promise<void> {
  await database.query(`ALTER SYSTEM SET min_wal_size = '${SEGMENTS * 16} MB'`)
  await database.query('SELECT pg_reload_conf()')
  for (let made = 0; made < SEGMENTS; made += 1)
    await database.query(
      `SELECT pg_logical_emit_message(false, 'bench', 'A segment is left only where something stands in it'), pg_switch_wal()`,
    )
  await database.query('CHECKPOINT')
}

function tell(who: string, flooded: Flooded): void {
  const [half, most] = [within(0.5, flooded), within(0.99, flooded)].map((time) => time.toFixed(1))
  console.log(`${who}: ${flooded.times.length} in ${flooded.seconds.toFixed(1)} s, half within ${half} ms, 99 of 100 within ${most} ms`)
}

function figures(prefix: string, flooded: Flooded): Record<string, number> {
  return {
    [`${prefix}acknowledged`]: flooded.times.length,
    [`${prefix}acknowledged_per_s`]: round(flooded.times.length / flooded.seconds),
    [`${prefix}acknowledged_p50_ms`]: round(within(0.5, flooded)),
    [`${prefix}acknowledged_p99_ms`]: round(within(0.99, flooded)),
    [`${prefix}acknowledged_slowest_ms`]: round(within(1, flooded)),
  }
}

/** Waits until no delivery waits any more; returns how many milliseconds that took. Throws when it takes too long. */
async function untilApplied(database: pg.Pool): Promise<number> {
  const began = performance.now()
  for (;;) {
    const { rowCount } = await database.query('SELECT FROM delivery WHERE applied_at IS NULL LIMIT 1')
    const waited = performance.now() - began
    if (rowCount === 0) return waited
    if (waited > CONVERGES_WITHIN) throw new Error('Deliveries still wait after two minutes')
    await wait(100)
  }
}

/** How many of the acknowledged orders from `first` on the tables do not hold whole. */
async function missing(database: pg.Pool, { times, refused }: Flooded, first: number, count: number): Promise<number> {
  const { rows } = await database.query<{ held: string }>(
    `SELECT count(*) AS held FROM "order" WHERE id >= $1 AND id < $2 AND id <> ALL ($3::bigint[])
     AND 2 = (SELECT count(*) FROM order_line AS line WHERE line.shop_id = "order".shop_id AND line.order_id = "order".id)`,
    [first, first + count, refused],
  )
  return times.length - Number(rows[0]!.held)
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10
}
