import { expect } from 'vitest'
import { aRule, ofType } from '../../a/rule.ts'
import { aProduct, aWorld } from '../../a/world.ts'
import { publishInApp, putInApp } from '../../running/merchant.ts'
import { aWarySyncedShop, type SyncedShop } from '../../running/synced-shop.ts'
import type { Product } from '../../simulator/shop.ts'

export const toys = Array.from({ length: 60 }, (_, at) => aProduct({ id: at + 1, productType: 'Toy' }))
const batteries = Array.from({ length: 6 }, (_, at) => aProduct({ id: at + 1001, productType: 'Battery' }))
/** Whoever hears of every stock by itself asks for what changed. */
const world = aWorld({ products: [...toys, ...batteries] })
export const DOMAIN = world.facts.domain

export const gid = (id: number): string => `gid://shopify/Product/${id}`

export interface ToyShop extends SyncedShop {
  /** Asks for something else than before beside every toy; returns how many batteries each is to show. */
  readonly publishAnew: () => Promise<number>
  readonly offersOf: (id: number) => readonly number[]
  /** The shop shows what the rule says, and the app's memory of it is what stands there. */
  readonly expectPublished: (most: number, among?: readonly Product[]) => Promise<void>
}

/** Sixty toys and six batteries, read by an app that runs; one rule offers batteries beside toys. */
export async function aToyShop(name: string): Promise<ToyShop> {
  const synced = await aWarySyncedShop(name, world)
  const { simulator, app, database, shop } = synced
  const standing = (id: number, key: string) => shop.metafields.of(gid(id)).find((field) => field.key === key)?.value
  const offersOf = (id: number) => (JSON.parse(standing(id, 'offers') ?? '[]') as string[]).map((text) => Number(text.split('/').at(-1)))
  let edition = 0
  return {
    ...synced,
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
  }
}
