import { setTimeout as wait } from 'node:timers/promises'
import type { World } from '../simulator/shop.ts'
import type { ShopState } from '../simulator/state/shop-state.ts'
import type { Weather } from '../simulator/weather/weather.ts'
import { awaitQuiet } from './await-quiet.ts'
import { awaitSync } from './await-setup.ts'
import { deliver } from './deliver.ts'
import { fairAfterEach } from './fair-weather.ts'
import { openApp, openWithAll } from './merchant.ts'
import { aRunningShop, type RunningShop } from './running-shop.ts'
import { expectCatalogHeld, expectOrdersHeld } from './what-is-held.ts'

export interface SyncedShop extends RunningShop {
  readonly shop: ShopState
  /** Fair again after each test. */
  readonly weather: Weather
  /** Resolves once no webhook is under way and no job waits. */
  readonly quiet: () => Promise<void>
  /** Posts a signed delivery of the shop's, whatever the shop says of it; returns the status. */
  readonly send: (topic: string, payload: unknown) => Promise<number>
  /** The app's tables hold of the shop exactly what is true of it. */
  readonly expectHeld: () => Promise<void>
  readonly rowsOf: (sql: string) => Promise<Record<string, unknown>[]>
  /** The only value of a query's only row. */
  readonly one: (sql: string) => Promise<unknown>
  /** Resolves once the query's only value is true. */
  readonly until: (sql: string) => Promise<void>
}

/** A shop that the app has been opened in, and has read to the end; so are its neighbours. Whatever is optional is granted in all. */
export function aSyncedShop(name: string, world: World, ...neighbours: readonly World[]): Promise<SyncedShop> {
  return opened(name, [world, ...neighbours], openWithAll)
}

/** Likewise one shop, whose merchant grants nothing that is optional. */
export function aWarySyncedShop(name: string, world: World): Promise<SyncedShop> {
  return opened(name, [world], openApp)
}

async function opened(name: string, worlds: readonly World[], open: typeof openApp): Promise<SyncedShop> {
  const running = await aRunningShop(name, ...worlds)
  const world = worlds[0]!
  const { simulator, app, database } = running
  const { domain } = world.facts
  const shop = simulator.shops.get(domain)!
  const weather = fairAfterEach(simulator.weather(domain))
  const quiet = () => awaitQuiet(simulator, database)
  const rowsOf = async (sql: string) => (await database.query<Record<string, unknown>>(sql)).rows
  const one = async (sql: string) => Object.values((await rowsOf(sql))[0]!)[0]
  for (const { facts } of worlds) {
    await open(simulator, app.url, facts.domain)
    await awaitSync(database, facts.domain, () => {})
  }
  await quiet()
  return {
    ...running,
    shop,
    weather,
    quiet,
    send: (topic, payload) => deliver(app.url, domain, topic, payload),
    async expectHeld() {
      await expectOrdersHeld(database, shop)
      await expectCatalogHeld(database, shop)
    },
    rowsOf,
    one,
    async until(sql) {
      while ((await one(sql)) !== true) await wait(50)
    },
  }
}
