import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../../prisma/free-port.ts'
import type { World } from '../simulator/shop.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { luckOf } from '../simulator/world/random.ts'
import { localEnvironment } from './app-processes.ts'
import { awaitSync } from './await-setup.ts'
import { eventually } from './eventually.ts'
import { orderLives, soakedShop, type Lives } from './lives/order-lives.ts'
import { reckon, type Reckoning } from './lives/reckon.ts'
import { sendAll } from './lives/send.ts'
import { letShop } from './let-shop.ts'
import { startLocalShops } from './local-shops.ts'
import { openWithAll } from './merchant.ts'
import { npmStart, type NpmStart } from './npm-start.ts'

const POSTGRES = 'postgres -D'
const VICTIMS = ['server.ts', 'worker.ts', POSTGRES] as const

interface Terms {
  readonly folder: string
  readonly seed: string
  readonly events: number
  readonly kills: number
  /** Where the app's files lie: here unless said. */
  readonly files?: string
  /** A database that is started again by somebody else; its data folder is among what is killed. Without it the app has one of its own. */
  readonly database?: { readonly url: string; readonly kill: () => boolean }
  readonly tell?: (line: string) => void
}

/** How it went: what was killed how often, how many shoppers were answered, and how the supervisor ended. */
export interface Survived extends Reckoning {
  readonly kills: Readonly<Record<string, number>>
  readonly events: number
  readonly answered: number
  readonly unanswered: number
  readonly code: number | null
}

/**
 * What `npm start` runs, while a shop's orders are told and shoppers ask, and web process, worker and PostgreSQL are killed in an order that
 * the seed draws. Resolves once all of it answers again by itself, everything that was acknowledged is applied, and nothing is left running.
 */
export async function surviveKills(terms: Terms): Promise<Survived> {
  const { folder, files, tell = () => {} } = terms
  const [shopPort, port] = [await freePort(), await freePort()]
  const world = soakedShop('survivor')
  const { domain } = world.facts
  const url = `http://localhost:${port}`
  const simulator = await startLocalShops({ port: shopPort, appUrl: url, worlds: [world] })
  const { DATABASE_URL: _, ...settings } = localEnvironment({ databaseUrl: '', appPort: port, shopPort })
  const given = terms.database && { DATABASE_URL: terms.database.url }
  const run = npmStart({ folder, port, ...(files && { files }), settings: { ...settings, ...given } })
  let database: pg.Pool | undefined
  let shoppers: ReturnType<typeof letShop> | undefined
  try {
    await run.ready('everything runs')
    database = new pg.Pool({ connectionString: terms.database?.url ?? ownDatabase(run), max: 2 })
    database.on('error', () => {})
    await settle(simulator, url, database, domain)
    shoppers = letShop(url, domain)
    await eventually('shoppers are answered', shoppers.areAnswered)
    const killed = await sendWhileKilling(terms, run, url, world)
    tell(`Killed ${JSON.stringify(killed.kills)}`)
    for (const what of VICTIMS.slice(0, terms.database ? 2 : 3)) await run.runs(what)
    await run.ready('everything answers again')
    await eventually('shoppers are answered again', shoppers.areAnswered)
    for (const pool = database; await isWaiting(pool); await wait(200));
    const counted = await shoppers.stop()
    const reckoned = await reckon(database, killed.lives)
    await database.end()
    const { code } = await run.end()
    return { ...reckoned, ...counted, kills: killed.kills, events: killed.lives.events.length, code }
  } finally {
    await shoppers?.stop()
    run.abandon()
    await simulator.stop()
  }
}

interface Killed {
  readonly lives: Lives
  readonly kills: Readonly<Record<string, number>>
}

/** Sends every event until it is acknowledged, and kills something whenever a further part of them has been. */
async function sendWhileKilling({ seed, events, kills, database }: Terms, run: NpmStart, url: string, world: World): Promise<Killed> {
  const lives = orderLives([world], events, 1_000_000)
  const luck = luckOf(seed)
  const done: Record<string, number> = Object.fromEntries(VICTIMS.map((what) => [what, 0]))
  const kill = (what: string) => (what === POSTGRES && database ? database.kill() : run.kill(what))
  // Each has its turn before any has another, in an order drawn anew.
  const turns: string[] = []
  let count = 0
  await sendAll([url], lives.events, (acknowledged) => {
    if (count === kills || acknowledged < ((count + 1) * events) / (kills + 1)) return
    if (turns.length === 0) turns.push(...VICTIMS.toSorted(() => luck.next() - 0.5))
    // What lies down still cannot be killed: it has its turn once it stands.
    const what = turns.find(kill)
    if (what === undefined) return
    turns.splice(turns.indexOf(what), 1)
    done[what]! += 1
    count += 1
  })
  return { lives, kills: done }
}

/** Where the database listens that the app has for itself. */
function ownDatabase(run: NpmStart): string {
  const [, port] = / -p (\d+)/.exec(run.called(POSTGRES) ?? '') ?? []
  return `postgresql://tandem@127.0.0.1:${port}/tandem`
}

async function settle(simulator: Simulator, url: string, database: pg.Pool, domain: string): Promise<void> {
  await openWithAll(simulator, url, domain)
  await awaitSync(database, domain, () => {})
}

async function isWaiting(database: pg.Pool): Promise<boolean> {
  const look = 'SELECT FROM delivery WHERE applied_at IS NULL AND failure IS NULL LIMIT 1'
  return database.query(look).then(
    ({ rowCount }) => rowCount !== 0,
    () => true,
  )
}
