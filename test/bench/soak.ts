import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../../prisma/free-port.ts'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { applyMigrations } from '../../prisma/migrate.ts'
import { startApp, type AppProcesses } from '../running/app-processes.ts'
import { awaitSync } from '../running/await-setup.ts'
import { startLocalShops } from '../running/local-shops.ts'
import { openWithAll } from '../running/merchant.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { orderLives, soakedShop, type Lives } from '../running/lives/order-lives.ts'
import { reckon } from '../running/lives/reckon.ts'
import { sendAll } from '../running/lives/send.ts'
import { wreakHavoc, type Havoc } from './soak/wreak-havoc.ts'

const FOLDER = resolve('.data/bench-soak')
const SHOPS = 8
const CONVERGES_WITHIN = 60
const GIVES_UP_AFTER = 600
const CALM = { at: () => {}, over: () => Promise.resolve(), kills: 0, restarts: 0 }

/**
 * `--events 100000 --kills 100 --restarts 5`: so many events of eight shops' orders, sent to two web and two worker processes
 * until each is acknowledged, while these are killed one after the other and PostgreSQL is restarted in between. Whatever was
 * acknowledged must then be held, once. Beside it the same with a part of the events and nobody killed.
 */
export const run: Bench = async (args) => {
  const { events, kills, restarts } = readNumbers(args, { events: 100_000, kills: 100, restarts: 5 })
  await rm(FOLDER, { recursive: true, force: true })
  const logs = [join(FOLDER, 'first'), join(FOLDER, 'second')]
  for (const folder of logs) await mkdir(folder, { recursive: true })
  const [shopPort, databasePort, ...appPorts] = [await freePort(), await freePort(), await freePort(), await freePort()]
  const startDatabase = () => startLocalPostgres({ folder: join(FOLDER, 'postgres'), port: databasePort! })
  let postgres = await startDatabase()
  await applyMigrations(postgres.url)
  const database = new pg.Pool({ connectionString: postgres.url, max: 2 })
  // PostgreSQL goes away under idle connections.
  database.on('error', () => {})
  const worlds = Array.from({ length: SHOPS }, (_, at) => soakedShop(`soaked-${at}`))
  const simulator = await startLocalShops({ port: shopPort!, appUrl: `http://localhost:${appPorts[0]}`, worlds })
  const apps: AppProcesses[] = []
  try {
    for (const [at, appPort] of appPorts.entries())
      apps.push(await startApp({ databaseUrl: postgres.url, appPort, shopPort: shopPort!, knownPort: appPorts[0]!, logs: logs[at]! }))
    for (const { facts } of worlds) {
      await openWithAll(simulator, apps[0]!.url, facts.domain)
      await awaitSync(database, facts.domain, () => {})
    }
    const calm = orderLives(worlds, Math.min(events, 20_000), 1_000_000)
    const calmly = await soak(database, apps, calm, CALM)
    const wild = orderLives(worlds, events, 100_000_000)
    const havoc = wreakHavoc(
      apps,
      async () => {
        await postgres.stop()
        await wait(1_000)
        postgres = await startDatabase()
      },
      kills,
      restarts,
    )
    const wildly = await soak(database, apps, wild, havoc)
    if (wildly.lost + wildly.doubled + calmly.lost + calmly.doubled > 0) console.log([...calmly.examples, ...wildly.examples].join('\n'))
    return {
      figures: {
        events: wild.events.length,
        kills: havoc.kills,
        restarts: havoc.restarts,
        lost: wildly.lost,
        doubled: wildly.doubled,
        converged_s: wildly.converged,
        sent_s: Math.round(wildly.seconds),
        events_per_s: Math.round(wild.events.length / wildly.seconds),
        unacknowledged: wildly.unacknowledged,
        repeated: wildly.repeated,
      },
      baseline: {
        calm_events: calm.events.length,
        calm_lost: calmly.lost,
        calm_doubled: calmly.doubled,
        calm_converged_s: calmly.converged,
        calm_events_per_s: Math.round(calm.events.length / calmly.seconds),
      },
      misses: [
        ...(wildly.lost > 0 ? [`${wildly.lost} lost, not 0`] : []),
        ...(wildly.doubled > 0 ? [`${wildly.doubled} doubled, not 0`] : []),
        ...(wildly.converged > CONVERGES_WITHIN ? [`${wildly.converged} s to converge, not ${CONVERGES_WITHIN}`] : []),
      ],
    }
  } finally {
    await Promise.all(apps.map((app) => app.stop()))
    await simulator.stop()
    await database.end()
    await postgres.stop()
    await rm(FOLDER, { recursive: true, force: true })
  }
}

/** Sends the events and waits until all are applied, seconds apart. Throws an Error where a process has ended by itself. */
async function soak(database: pg.Pool, apps: readonly AppProcesses[], lives: Lives, havoc: Havoc) {
  const began = performance.now()
  let said = 0
  const urls = apps.map(({ url }) => url)
  const sent = await sendAll(urls, lives.events, (acknowledged) => {
    havoc.at(acknowledged / lives.events.length)
    if (acknowledged < said + lives.events.length / 10) return
    said = acknowledged
    console.log(`${acknowledged} acknowledged, ${havoc.kills} killed, ${havoc.restarts} restarts, ${seconds(began)} s`)
  })
  await havoc.over()
  const ended = performance.now()
  while (await isWaiting(database)) {
    const fallen = apps.flatMap((app) => app.fallen())
    if (fallen.length > 0) throw new Error(`Of the processes, these ended by themselves: ${fallen.join(', ')}`)
    if (seconds(ended) > GIVES_UP_AFTER) break
    await wait(200)
  }
  const converged = seconds(ended)
  console.log(`Nothing waits any more after ${converged} s`)
  return { ...sent, ...(await reckon(database, lives)), seconds: (ended - began) / 1_000, converged }
}

const seconds = (since: number) => Math.round((performance.now() - since) / 100) / 10

async function isWaiting(database: pg.Pool): Promise<boolean> {
  const { rowCount } = await database.query('SELECT FROM delivery WHERE applied_at IS NULL AND failure IS NULL LIMIT 1')
  return rowCount !== 0
}
