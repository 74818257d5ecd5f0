import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { freePort } from '../../prisma/free-port.ts'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { applyMigrations } from '../../prisma/migrate.ts'
import { startApp, type AppProcesses } from '../running/app-processes.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { eventually } from '../running/eventually.ts'
import { startLocalShops } from '../running/local-shops.ts'
import { openWithAll } from '../running/merchant.ts'
import { sendRequest } from '../running/send-request.ts'
import { signedAsk } from '../running/signed-ask.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { balance, type Balancer } from './rolling/balance.ts'
import { askAtRate } from './serve/ask-at-rate.ts'
import { busyShop } from './webhooks/busy-shop.ts'
import { flood } from './webhooks/flooded.ts'

const FOLDER = resolve('.data/bench-rolling')
/** Ids of the orders that are told; the shop's own lie below. */
const [CALM, ROLLING] = [1_000_000_000, 2_000_000_000]

/**
 * `--asks 500 --webhooks 100 --seconds 45 --drain 3`: two web processes and two workers are replaced one after the other behind a load balancer that
 * goes by `/readyz`, looks there twice a second and tries nothing twice, while shoppers ask and orders are told so many times a second. No answer may fail where
 * a process that ends goes on answering for so many seconds. Beside it the
 * same load with nobody replaced.
 */
export const run: Bench = async (args) => {
  const { asks, webhooks, seconds, drain } = readNumbers(args, { asks: 500, webhooks: 100, seconds: 45, drain: 3 })
  await rm(FOLDER, { recursive: true, force: true })
  const logs = [join(FOLDER, 'first'), join(FOLDER, 'second')]
  for (const folder of logs) await mkdir(folder, { recursive: true })
  const [shopPort, ...appPorts] = [await freePort(), await freePort(), await freePort()]
  const postgres = await startLocalPostgres({ folder: join(FOLDER, 'postgres'), port: await freePort() })
  await applyMigrations(postgres.url)
  const database = new pg.Pool({ connectionString: postgres.url, max: 2 })
  database.on('error', () => {})
  const world = busyShop(0)
  const { domain } = world.facts
  const simulator = await startLocalShops({ port: shopPort!, appUrl: `http://localhost:${appPorts[0]}`, worlds: [world] })
  const apps: AppProcesses[] = []
  let balancer: Balancer | undefined
  try {
    const settings = { DRAIN_SECONDS: String(drain) }
    for (const [at, appPort] of appPorts.entries())
      apps.push(
        await startApp({ databaseUrl: postgres.url, appPort, shopPort: shopPort!, knownPort: appPorts[0]!, logs: logs[at]!, settings }),
      )
    await openWithAll(simulator, apps[0]!.url, domain)
    await awaitSync(database, domain, () => {})
    await awaitQuiet(simulator, database)
    balancer = await balance(appPorts)
    const before = balancer
    await eventually('both are ready', () => appPorts.every(before.isReady))
    await eventually(
      'shoppers are answered',
      async () => (await sendRequest(apps[0]!.url, signedAsk(domain, { product: '1' }))).status === 200,
    )

    const loaded = async (first: number, forSeconds: number, work: () => Promise<unknown>) => {
      const targets = Array.from({ length: asks * forSeconds }, (_, at) => signedAsk(domain, { product: String((at % 1_000) + 1) }))
      const [asked, told] = await Promise.all([
        askAtRate(before.port, targets, asks),
        flood(`http://127.0.0.1:${before.port}/webhooks`, first, webhooks * forSeconds, webhooks),
        work(),
      ])
      return { asked: asked.took.length, failed: asked.errors, told: told.times.length, refused: told.refused.length }
    }
    const calm = await loaded(CALM, 10, () => Promise.resolve())
    const calmFailures = [...before.failures]
    const rolled = await loaded(ROLLING, seconds, () => replaceAll(apps, appPorts, before))
    await eventually('nothing waits any more', async () => !(await isWaiting(database)))
    const { rows } = await database.query<{ held: number }>('SELECT count(*)::int AS held FROM "order" WHERE id >= $1', [ROLLING])
    if (rows[0]!.held < rolled.told) throw new Error(`${rolled.told - rows[0]!.held} acknowledged orders were not applied`)
    console.log(`What failed: ${JSON.stringify([...before.failures])}; of it with nobody replaced: ${JSON.stringify(calmFailures)}`)
    return {
      figures: { asks: rolled.asked, failed_asks: rolled.failed, webhooks: rolled.told, failed_webhooks: rolled.refused },
      baseline: { calm_asks: calm.asked, calm_failed_asks: calm.failed, calm_webhooks: calm.told, calm_failed_webhooks: calm.refused },
      misses: rolled.failed + rolled.refused > 0 ? [`${rolled.failed} asks and ${rolled.refused} webhooks failed, not 0`] : [],
    }
  } finally {
    await balancer?.stop()
    await Promise.all(apps.map((app) => app.stop()))
    await simulator.stop()
    await database.end()
    await postgres.stop()
    await rm(FOLDER, { recursive: true, force: true })
  }
}

/** Each ends in order before another has its place, and the next ends once the balancer sends it shoppers again. */
async function replaceAll(apps: readonly AppProcesses[], ports: readonly number[], balancer: Balancer): Promise<void> {
  for (const [at, app] of apps.entries())
    for (const which of ['web', 'worker'] as const) {
      await app.stop(which)
      await app.replace(which)
      await eventually(`${which} ${at + 1} is ready`, () => balancer.isReady(ports[at]!))
      console.log(`Replaced ${which} ${at + 1}`)
    }
}

async function isWaiting(database: pg.Pool): Promise<boolean> {
  const { rowCount } = await database.query('SELECT FROM delivery WHERE applied_at IS NULL AND failure IS NULL LIMIT 1')
  return rowCount !== 0
}
