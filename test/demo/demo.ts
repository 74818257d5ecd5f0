import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { applyMigrations } from '../../prisma/migrate.ts'
import { localEnvironment, startApp } from '../running/app-processes.ts'
import { askFor } from '../running/ask-for.ts'
import { awaitPublished, awaitSync } from '../running/await-setup.ts'
import { DEMO_MIX, placeBlocks } from './demo-mix.ts'
import { DEMO_RULES } from './demo-rules.ts'
import { grantAll } from '../running/grant.ts'
import { startLocalShops } from '../running/local-shops.ts'
import { openApp, postInApp, publishInApp, putInApp } from '../running/merchant.ts'
import { loadWorld } from '../simulator/world/cached-world.ts'
import { keepKeeping, keepShops, readKeptShops } from './kept-shops.ts'
import { measuredPast, type PageView } from './measured-past.ts'
import { mustBeFree } from './must-be-free.ts'
import { readOptions, type DemoOptions } from './options.ts'
import { startReloadingApp } from './reload/reloading-app.ts'
import { noteRunning } from './running-demo.ts'

const WORLDS = ['nimbus-toys', 'kiln-and-leaf'] as const
const MAIN_SHOP = 'nimbus-toys.myshopify.com'
const YOUNG_SHOP = 'kiln-and-leaf.myshopify.com'
/** A toy that needs four AA cells. */
const TOY = 'bolt-the-robot-dog'

const tell = (line: string) => console.log(line)
const closers: (() => Promise<void>)[] = []

/** Ends what was started, the latest first. */
async function closeAll(): Promise<void> {
  while (closers.length > 0) await closers.pop()!()
}

async function main({ port, fresh, open, reload }: DemoOptions): Promise<void> {
  const folder = resolve('.data/demo')
  await mustBeFree([port, 'the local shop'], [port + 1, 'the app'], [port + 2, 'PostgreSQL'])
  const memory = join(folder, 'shops.json')
  const kept = fresh ? undefined : await readKeptShops(memory)
  // A start that was broken off left a database without the shops that belong to it.
  if (!kept) rmSync(folder, { recursive: true, force: true })
  const logs = join(folder, 'logs')
  mkdirSync(logs, { recursive: true })

  tell('Starting PostgreSQL …')
  const postgres = await startLocalPostgres({ folder: join(folder, 'postgres'), port: port + 2, onProgress: tell })
  closers.push(postgres.stop)
  await applyMigrations(postgres.url)
  const database = new pg.Pool({ connectionString: postgres.url, max: 2 })
  closers.push(() => database.end())

  tell('Opening two local shops …')
  const worlds = kept
    ? [...kept.values()].map(({ world }) => world)
    : await Promise.all(WORLDS.map((name) => loadWorld(name, { now: new Date(), folder: '.data/worlds' })))
  const measured = kept ? undefined : measuredPast(worlds[0]!, Date.now())
  if (measured) worlds[0] = measured.world
  const simulator = await startLocalShops({ port, appUrl: `http://localhost:${port + 1}`, worlds, ...(kept && { memories: kept }) })
  closers.push(simulator.stop)

  tell('Starting the app …')
  const place = { databaseUrl: postgres.url, appPort: port + 1, shopPort: port, logs }
  const app = await (reload ? startReloadingApp(place, tell) : startApp(place))
  closers.push(() => app.stop())

  const toy = simulator.shops.get(MAIN_SHOP)!.productsByHandle.get(TOY)!
  if (!kept) {
    tell('Installing the app and reading the shops …')
    for (const domain of [MAIN_SHOP, YOUNG_SHOP]) await openApp(simulator, app.url, domain)
    await Promise.all([MAIN_SHOP, YOUNG_SHOP].map((domain) => awaitSync(database, domain, tell)))
    tell('Granting what is optional in the one shop, and reading its older orders …')
    grantAll(simulator, MAIN_SHOP)
    await awaitSync(database, MAIN_SHOP, tell, 'read_all_orders')
    tell('Making the merchant’s first rules …')
    for (const rule of DEMO_RULES) await putInApp(simulator, app.url, MAIN_SHOP, `/rules/${rule.id}`, rule)
    await putInApp(simulator, app.url, MAIN_SHOP, '/placements', DEMO_MIX)
    placeBlocks(simulator.shops.get(MAIN_SHOP)!.themeFiles)
    tell('Switching on product copy …')
    await postInApp(simulator, app.url, MAIN_SHOP, '/placements/copy', { kind: 'approve-templates' })
    await postInApp(simulator, app.url, MAIN_SHOP, '/placements/copy', { kind: 'turn', isOn: true })
    tell('Publishing what goes with what …')
    await publishInApp(simulator, app.url, MAIN_SHOP, 'Batteries and memory cards for what needs them')
    await awaitPublished(database, MAIN_SHOP, toy.id)
    tell('Counting what offers brought in the last eighteen months …')
    await countPast(place, folder, measured!.views)
    await awaitMeasured(database)
    await keepShops(memory, simulator)
  }
  closers.push(keepKeeping(memory, simulator, 20))
  const running = { pid: process.pid, ...place, shops: [MAIN_SHOP, YOUNG_SHOP] }
  closers.push(noteRunning(folder, running))

  const urls = {
    admin: simulator.adminUrl(MAIN_SHOP),
    shop: `${simulator.storefrontUrl(MAIN_SHOP)}/`,
    toy: simulator.productUrl(MAIN_SHOP, TOY),
  }
  tell('\nAll is up. Ctrl-C stops everything; a second start takes seconds; --fresh starts over.')
  tell(`  the merchant’s admin   ${urls.admin}\n  the shop               ${urls.shop}\n  logs                   ${logs}\n`)
  tell(`ready admin=${urls.admin} shop=${urls.shop} toy=${urls.toy}`)
  if (open) openInBrowser(urls.admin)
}

/** Has the worker take over what was counted: customers as well, and what the storefront must know. */
async function awaitMeasured(database: pg.Pool): Promise<void> {
  await askFor(database, 'measure', MAIN_SHOP)
  for (;;) {
    const { rowCount } = await database.query('SELECT FROM measurement WHERE shop_id = $1 AND published IS NOT NULL', [MAIN_SHOP])
    if (rowCount) return
    await wait(500)
  }
}

/** Counts in a process of its own, which knows the demo's database. */
async function countPast(place: Parameters<typeof localEnvironment>[0], folder: string, views: readonly PageView[]): Promise<void> {
  const file = join(folder, 'views.json')
  writeFileSync(file, JSON.stringify(views))
  const child = spawn(process.execPath, ['test/demo/count-past.ts', MAIN_SHOP, file], {
    stdio: 'inherit',
    env: { ...process.env, ...localEnvironment(place) },
  })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error('What offers brought could not be counted')
}

/** Opens the address in the person's browser, where there is one. */
function openInBrowser(url: string): void {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open'
  const child = spawn(command, [url], { stdio: 'ignore', detached: true })
  child.once('error', () => {})
  child.unref()
}

let stopping = false
async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  await closeAll().catch((error: Error) => console.error(error.message))
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping) tell('\nStopping …')
    void stop(0)
  })
}

try {
  await main(readOptions(process.argv.slice(2)))
} catch (error) {
  if (!stopping) {
    console.error((error as Error).message)
    await stop(1)
  }
}
