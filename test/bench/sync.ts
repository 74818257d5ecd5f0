import { execFile } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort } from '../../prisma/free-port.ts'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { applyMigrations } from '../../prisma/migrate.ts'
import { localEnvironment } from '../running/app-processes.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { serveFolder } from './sync/serve-folder.ts'
import { writeOrders, writeProducts } from './sync/write-exports.ts'

interface Measured {
  readonly lines: number
  readonly seconds: number
  readonly peakMb: number
}

const LINES_PER_SECOND = 5_000
const PEAK_MB = 512
const SHOP = 'bench.myshopify.com'
const FOLDER = resolve('.data/bench-sync')

/**
 * `--products 100000 --orders 1000000`: how fast an export of that size becomes rows, from a file behind a URL to tables,
 * and again when nothing changed; beside it, merely parsing the same files.
 */
export const run: Bench = async (args) => {
  const { products, orders } = readNumbers(args, { products: 100_000, orders: 1_000_000 })
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  const postgres = await startLocalPostgres({ folder: join(FOLDER, 'postgres'), port: await freePort() })
  const files = await serveFolder(FOLDER)
  const database = new pg.Client({ connectionString: postgres.url })
  try {
    console.log('Writing the exports …')
    const catalog = await writeProducts(join(FOLDER, 'products.jsonl'), products)
    const past = await writeOrders(join(FOLDER, 'orders.jsonl'), orders, products)
    await applyMigrations(postgres.url)
    await database.connect()
    await database.query(
      `INSERT INTO shop (id, name, currency, timezone, scopes, installed_at) VALUES ($1, 'Bench', 'EUR', 'UTC', '{read_customers}', now())`,
      [SHOP],
    )
    const measure = measurer(postgres.url, files.url)
    const parsed = { products: await measure('parse', 'products'), orders: await measure('parse', 'orders') }
    const taken = { products: await measure('take', 'products'), orders: await measure('take', 'orders') }
    await mustHold(database, { product: products, order: orders, order_line: past.parts })
    const again = { products: await measure('take', 'products'), orders: await measure('take', 'orders') }
    await mustHold(database, { product: products, order: orders, order_line: past.parts })

    const linesPerSecond = past.parts / taken.orders.seconds
    const peak = Math.max(...[taken, again].flatMap((run) => [run.products.peakMb, run.orders.peakMb]))
    return {
      figures: rounded({
        order_lines_per_s: linesPerSecond,
        orders_s: taken.orders.seconds,
        orders_again_s: again.orders.seconds,
        order_lines: past.parts,
        product_file_lines_per_s: catalog.lines / taken.products.seconds,
        products_s: taken.products.seconds,
        products_again_s: again.products.seconds,
        peak_mb: peak,
      }),
      baseline: rounded({
        parsed_order_lines_per_s: past.parts / parsed.orders.seconds,
        parse_orders_s: parsed.orders.seconds,
        parse_products_s: parsed.products.seconds,
        parse_peak_mb: Math.max(parsed.products.peakMb, parsed.orders.peakMb),
      }),
      misses: [
        ...(linesPerSecond < LINES_PER_SECOND ? [`${Math.round(linesPerSecond)} order lines a second, not ${LINES_PER_SECOND}`] : []),
        ...(peak > PEAK_MB ? [`${Math.round(peak)} MB of memory, not ${PEAK_MB}`] : []),
      ],
    }
  } finally {
    files.stop()
    await database.end()
    await postgres.stop()
    await rm(FOLDER, { recursive: true, force: true })
  }
}

/** Each measurement in a process of its own, so that its memory is its own. */
function measurer(databaseUrl: string, filesUrl: string) {
  const env = { ...process.env, ...localEnvironment({ databaseUrl, appPort: 1, shopPort: 1 }) }
  return async (how: 'parse' | 'take', what: 'products' | 'orders'): Promise<Measured> => {
    const kind = what === 'products' ? 'catalog' : 'orders'
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['test/bench/sync/measured.ts', how, kind, `${filesUrl}/${what}.jsonl`, SHOP],
      { env },
    )
    const measured = JSON.parse(stdout.trim().split('\n').at(-1)!) as Measured
    console.log(`${how} ${what}: ${measured.lines} lines in ${measured.seconds.toFixed(1)} s, ${Math.round(measured.peakMb)} MB`)
    return measured
  }
}

async function mustHold(database: pg.Client, wanted: Readonly<Record<string, number>>): Promise<void> {
  for (const [table, rows] of Object.entries(wanted)) {
    const { rows: counted } = await database.query<{ count: string }>(`SELECT count(*) FROM "${table}"`)
    if (Number(counted[0]!.count) !== rows) throw new Error(`${table} holds ${counted[0]!.count} rows, not ${rows}`)
  }
}

function rounded(figures: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, Math.round(figure * 10) / 10]))
}
