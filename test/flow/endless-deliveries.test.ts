import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { startInOneProcess } from './model/in-one-process.ts'

const world = aWorld({ products: [aProduct({ id: 1, stock: null })] })
const DOMAIN = world.facts.domain
const app = await startInOneProcess([world])
const one = async (sql: string) => Object.values((await app.database.query(sql)).rows[0])[0]

it('a shop whose deliveries never end makes room for others after a while, and goes on behind them', async () => {
  await app.open(DOMAIN)
  while ((await app.doJobs(DOMAIN, 1)) > 0) await app.simulator.webhooks.settled(DOMAIN)

  const state = app.simulator.shops.get(DOMAIN)!
  const lines = [{ variantId: world.products[0]!.variants[0]!.id, quantity: 1, properties: {} }]
  let sold = 0
  let isOpen = true
  const selling = (async () => {
    for (; isOpen; sold += 1) {
      state.placeOrder({ customerId: null, lines, attributes: {} })
      await wait(20)
    }
  })()
  while ((await one(`SELECT count(*)::int FROM jobs.job WHERE name = 'apply' AND state = 'created'`)) === 0) await wait(20)
  expect(await app.doJobs(DOMAIN, 1)).toBe(1)
  expect(await one(`SELECT array_agg(name) FROM jobs.job WHERE state = 'created'`)).toContain('apply')
  expect(await one('SELECT count(*)::int FROM "order"')).toBeGreaterThan(0)

  isOpen = false
  await selling
  await app.simulator.webhooks.settled(DOMAIN)
  while ((await app.doJobs(DOMAIN, 1)) > 0) await app.simulator.webhooks.settled(DOMAIN)
  expect(await one('SELECT count(*)::int FROM "order"')).toBe(sold)
})
