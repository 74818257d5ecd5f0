import { expect } from 'vitest'
import { aRule, ofType } from '../../a/rule.ts'
import { aProduct, aWorld } from '../../a/world.ts'
import { awaitQuiet } from '../../running/await-quiet.ts'
import { awaitSync } from '../../running/await-setup.ts'
import { fairAfterEach } from '../../running/fair-weather.ts'
import { openApp, publishInApp, putInApp } from '../../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../../running/running-shop.ts'
import type { Product } from '../../simulator/shop.ts'
import type { ShopState } from '../../simulator/state/shop-state.ts'
import type { Weather } from '../../simulator/weather/weather.ts'

export const toys = Array.from({ length: 60 }, (_, at) => aProduct({ id: at + 1, productType: 'Toy' }))
const batteries = Array.from({ length: 6 }, (_, at) => aProduct({ id: at + 1001, productType: 'Battery' }))
const world = aWorld({ products: [...toys, ...batteries] })
export const DOMAIN = world.facts.domain

export const gid = (id: number): string => `gid://shopify/Product/${id}`

export interface ToyShop extends RunningShop {
  readonly shop: ShopState
  /** Fair again after each test. */
  readonly weather: Weather
  /** Resolves once no webhook is under way and no job waits. */
  readonly quiet: () => Promise<void>
  /** Asks for something else than before beside every toy; returns how many batteries each is to show. */
  readonly publishAnew: () => Promise<number>
  readonly offersOf: (id: number) => readonly number[]
  /** The shop shows what the rule says, and the app's memory of it is what stands there. */
  readonly expectPublished: (most: number, among?: readonly Product[]) => Promise<void>
  /** The only value of a query's only row. */
  readonly one: (sql: string) => Promise<unknown>
}

/** Sixty toys and six batteries, read by an app that runs; one rule offers batteries beside toys. */
export async function aToyShop(name: string): Promise<ToyShop> {
  const running = await aRunningShop(name, world)
  const { simulator, app, database } = running
  const shop = simulator.shops.get(DOMAIN)!
  const weather = fairAfterEach(simulator.weather(DOMAIN))
  const quiet = () => awaitQuiet(simulator, database)
  const standing = (id: number, key: string) => shop.metafields.of(gid(id)).find((field) => field.key === key)?.value
  const offersOf = (id: number) => (JSON.parse(standing(id, 'offers') ?? '[]') as string[]).map((text) => Number(text.split('/').at(-1)))
  let edition = 0
  await openApp(simulator, app.url, DOMAIN)
  await awaitSync(database, DOMAIN, () => {})
  await quiet()
  return {
    ...running,
    shop,
    weather,
    quiet,
    offersOf,
    async publishAnew() {
      edition += 1
      const most = 1 + (edition % batteries.length)
      await putInApp(simulator, app.url, DOMAIN, '/rules/a', aRule({ id: 'a', when: ofType('Toy'), where: ofType('Battery'), most }))
      await publishInApp(simulator, app.url, DOMAIN)
      return most
    },
    async expectPublished(most, among = toys) {
      for (const { id } of among) expect(offersOf(id)).toHaveLength(most)
      const { rows } = await database.query<{ id: number; offers: string; notes: string }>(
        `SELECT product_id::int AS id, offers, notes FROM published_slot WHERE shop_id = $1 ORDER BY product_id`,
        [DOMAIN],
      )
      const remembered = rows.filter(({ id }) => among.some((toy) => toy.id === id))
      expect(remembered).toEqual(among.map(({ id }) => ({ id, offers: standing(id, 'offers'), notes: standing(id, 'offer_notes') })))
    },
    one: async (sql) => Object.values((await database.query<Record<string, unknown>>(sql)).rows[0]!)[0],
  }
}
