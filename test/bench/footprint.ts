import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { freePort } from '../../prisma/free-port.ts'
import { startApp } from '../running/app-processes.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { layOutImage } from '../running/laid-out-image.ts'
import { startLocalShops } from '../running/local-shops.ts'
import { openWithAll, readPage } from '../running/merchant.ts'
import { cpuSeconds, ourProcesses, residentBytes, type OurProcess } from './footprint/processes.ts'
import { CalledWrongly, readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { ownDatabase } from './measuring/own-database.ts'
import { busyShop } from './webhooks/busy-shop.ts'
import { flood } from './webhooks/flooded.ts'

const FOLDER = resolve('.data/bench-footprint')
const MOST_IMAGE = 350_000_000
/** Of a core, of a process that nobody asks for anything. */
const MOST_IDLE = 0.01
const MB = 1_000_000

/**
 * `--orders 10000 --idle 20 --rate 200 --seconds 10 --image 1`: what each process of the app takes while nobody asks for anything, and while
 * webhooks and pages are asked for; the connections that it holds; and, unless `--image 0`, what the image takes unpacked. The shop has
 * 2,000 products and so many orders. Beside it a Node that does nothing.
 */
export const run: Bench = async (args) => {
  const { orders, idle, rate, seconds, image } = readNumbers(args, { orders: 10_000, idle: 20, rate: 200, seconds: 10, image: 1 })
  if (!existsSync('/proc/self/stat')) throw new CalledWrongly('What processes take is read where Linux tells it')
  const [shopPort, appPort] = [await freePort(), await freePort()]
  const postgres = await ownDatabase(FOLDER, 1)
  const { database } = postgres
  const world = busyShop(orders)
  const { domain } = world.facts
  const simulator = await startLocalShops({ port: shopPort, appUrl: `http://localhost:${appPort}`, worlds: [world] })
  const app = await startApp({ databaseUrl: postgres.url, appPort, shopPort, logs: FOLDER })
  const bare = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  try {
    await openWithAll(simulator, app.url, domain)
    await awaitSync(database, domain, (line) => console.log(line))
    await awaitQuiet(simulator, database)
    // What was done just now is still being put away.
    await wait(10_000)
    const processes = ourProcesses()
    const quiet = await watch(processes, () => wait(idle * 1_000))
    const held = await connections(database)
    const loaded = await watch(processes, async () => {
      const flooding = flood(`${app.url}/webhooks`, 500_000_000, rate * seconds, rate)
      for (const page of ['/', '/rules', '/results', '/placements']) await readPage(simulator, app.url, domain, page)
      await flooding
    })
    const bytes = image ? await imageBytes() : undefined
    const figures: Record<string, number> = { connections: held, ...(bytes && { image_mb: Math.round(bytes / MB) }) }
    for (const { name } of processes) {
      figures[`${name}_idle_mb`] = Math.round(quiet[name]!.bytes / MB)
      figures[`${name}_idle_cpu_percent`] = round((100 * quiet[name]!.cpu) / idle)
      figures[`${name}_loaded_mb`] = Math.round(loaded[name]!.bytes / MB)
    }
    return {
      figures,
      baseline: { bare_node_mb: Math.round(residentBytes(bare.pid!) / MB) },
      misses: [
        ...(bytes && bytes > MOST_IMAGE ? [`the image takes ${Math.round(bytes / MB)} MB`] : []),
        ...processes.flatMap(({ name }) =>
          quiet[name]!.cpu <= MOST_IDLE * idle
            ? []
            : [`${name} takes ${figures[`${name}_idle_cpu_percent`]} % of a core while nobody asks`],
        ),
      ],
    }
  } finally {
    bare.kill()
    await app.stop()
    await simulator.stop()
    await postgres.stop()
  }
}

const round = (value: number) => Math.round(value * 100) / 100

/** Seconds of a core that each process took while something was done, and the most bytes that it was seen with. */
async function watch(
  processes: readonly OurProcess[],
  work: () => Promise<unknown>,
): Promise<Record<string, { cpu: number; bytes: number }>> {
  const before = new Map(processes.map(({ name, pid }) => [name, cpuSeconds(pid)]))
  const most = new Map<string, number>()
  const look = () => {
    for (const { name, pid } of processes) most.set(name, Math.max(most.get(name) ?? 0, residentBytes(pid)))
  }
  const looking = setInterval(look, 250)
  await work()
  clearInterval(looking)
  look()
  return Object.fromEntries(processes.map(({ name, pid }) => [name, { cpu: cpuSeconds(pid) - before.get(name)!, bytes: most.get(name)! }]))
}

async function connections(database: pg.Pool): Promise<number> {
  const { rows } = await database.query<{ held: number }>(
    `SELECT count(*)::int AS held FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  )
  return rows[0]!.held
}

async function imageBytes(): Promise<number> {
  const place = await mkdtemp(join(tmpdir(), 'tandem-image-'))
  try {
    return (await layOutImage(place)).bytes
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}
