import { resolve, join } from 'node:path'
import { rm } from 'node:fs/promises'
import pg from 'pg'
import { freePort } from '../../prisma/free-port.ts'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { applyMigrations } from '../../prisma/migrate.ts'
import { localEnvironment } from '../running/app-processes.ts'
import { makePast, SHOP } from './ledger/make-past.ts'
import { killWhileStoring } from './ledger/kill-while-storing.ts'
import { runMeasured, type Measured } from './ledger/run-measured.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'

const EXPOSURES_PER_SECOND = 10_000
const BOARD_MS = 300
const FOLDER = resolve('.data/bench-ledger')

/**
 * `--exposures 1000000 --orders 100000 --kills 5`: how fast what browsers came by is stored, and nothing lost or doubled where the process
 * is killed; how fast it is counted; and how long a board takes from the sums, at a tenth of the size and at all of it. The baseline
 * inserts the same rows into a table without keys.
 */
export const run: Bench = async (args) => {
  const { exposures, orders, kills } = readNumbers(args, { exposures: 1_000_000, orders: 100_000, kills: 5 })
  await rm(FOLDER, { recursive: true, force: true })
  const postgres = await startLocalPostgres({ folder: join(FOLDER, 'postgres'), port: await freePort() })
  const database = new pg.Client({ connectionString: postgres.url })
  const environment = localEnvironment({ databaseUrl: postgres.url, appPort: 1, shopPort: 1 })
  const measured = (what: Measured['what'], from: number, to: number) => runMeasured(environment, what, from, to)
  try {
    await applyMigrations(postgres.url)
    await database.connect()
    await makePast(database, orders, exposures)
    const tenth = Math.round(exposures / 10)
    const small = {
      store: await measured('store', 0, tenth),
      count: await measured('count', 0, tenth),
      board: await measured('board', 0, 0),
    }
    const rest = { store: await measured('store', tenth, exposures), count: await measured('count', tenth, exposures) }
    const board = await measured('board', 0, 0)
    const bare = await measured('bare', tenth, exposures)
    await mustHold(database, exposures)
    const killed = await killWhileStoring(environment, database, kills)
    const stored = rest.store.perSecond
    return {
      figures: {
        exposures,
        orders,
        stored_per_s: stored,
        counted_visitors_per_s: rest.count.perSecond,
        board_p50_ms: board.p50,
        board_p99_ms: board.p99,
        board_tenth_p50_ms: small.board.p50,
        store_growth: round(small.store.perSecond / stored),
        count_growth: round(small.count.perSecond / rest.count.perSecond),
        kills,
        acknowledged_before_kills: killed.acknowledged,
        stored_after_kills: killed.stored,
      },
      baseline: { bare_insert_per_s: bare.perSecond, store_to_bare: round(stored / bare.perSecond) },
      misses: [
        ...(stored < EXPOSURES_PER_SECOND ? [`${stored} exposures a second, not ${EXPOSURES_PER_SECOND}`] : []),
        ...(board.p99 > BOARD_MS ? [`a board in ${board.p99} ms, not ${BOARD_MS}`] : []),
      ],
    }
  } finally {
    await database.end().catch(() => {})
    await postgres.stop()
    await rm(FOLDER, { recursive: true, force: true })
  }
}

const round = (value: number) => Number(value.toFixed(2))

/** Totals are the sums over visitors, and each exposure is there once. */
async function mustHold(database: pg.Client, exposures: number): Promise<void> {
  const { rows } = await database.query<Record<string, string>>(
    `SELECT (SELECT count(*) FROM offered WHERE shop_id = $1) AS offered, (SELECT count(DISTINCT visitor) FROM offered WHERE shop_id = $1) AS visitors,
            (SELECT sum(sums[1]) FROM measure_total WHERE shop_id = $1 AND scope = 'all') AS counted,
            (SELECT sum(sums[5]) FROM measure_total WHERE shop_id = $1 AND scope = 'all') AS revenue,
            (SELECT sum(outcomes[5]) FROM measured_visitor WHERE shop_id = $1 AND scope = 'all') AS rows_revenue`,
    [SHOP],
  )
  const [found] = rows
  if (Number(found!['offered']) !== exposures) throw new Error(`${found!['offered']} exposures are stored of ${exposures}`)
  if (Number(found!['visitors']) !== Number(found!['counted']))
    throw new Error(`${found!['counted']} visitors are counted of ${found!['visitors']}`)
  if (Number(found!['revenue']) !== Number(found!['rows_revenue']))
    throw new Error(`Totals say ${found!['revenue']}, visitors ${found!['rows_revenue']}`)
}
