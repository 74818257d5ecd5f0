import { beforeAll, expect, it } from 'vitest'
import { PAGE_RATE, STRANGERS } from '#app/front/bounds.ts'
import { aProduct, aWorld } from '../../a/world.ts'
import { deliver } from '../../running/deliver.ts'
import { aSyncedShop, type SyncedShop } from '../../running/synced-shop.ts'
import { askPage } from './ask-page.ts'
import { within } from './within.ts'

const world = aWorld({ products: [aProduct({ id: 1 }), aProduct({ id: 2 })] })
const SHOP = world.facts.domain
/** More pages than a machine draws in that time. */
const MOST = 3_000
/** Milliseconds for which they are asked for at least: a machine that draws forty a second would draw more in that time than may be. */
const LONG = 15_000
/** More than may wait: who draws few a second is asked for too much by that, and who draws many by how many they are. */
const AT_ONCE = STRANGERS.places + STRANGERS.waiting + 5

let running: SyncedShop
beforeAll(async () => {
  running = await aSyncedShop('one-address', world)
})

it('who asks for page after page without a token is told to wait, and nobody else at the same address is', async () => {
  const ask = async (path: string) => (await fetch(`${running.app.url}${path}`, { redirect: 'manual' })).status
  let isOver = false
  const told = { pages: 0, busy: 0 }
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1_000
  const asking = Array.from({ length: AT_ONCE }, async () => {
    while (!isOver && told.pages < MOST) {
      const status = await ask(`/app/rules?shop=${SHOP}`)
      if (status === 429) told.busy += 1
      else told.pages += 1
    }
  })
  const until429 = async () => {
    while (told.pages < MOST && (told.busy === 0 || 1_000 * seconds() < LONG)) await new Promise((go) => setTimeout(go, 20))
  }
  await within(120, 'The first refusal', until429())
  expect(told.busy).toBeGreaterThan(0)
  expect(told.pages).toBeLessThanOrEqual(PAGE_RATE.burst + PAGE_RATE.perSecond * seconds())
  try {
    const order = { id: 1, currency: 'EUR', created_at: '2026-11-01T10:00:00Z', updated_at: '2026-11-01T10:00:00Z', line_items: [] }
    for (let time = 0; time < 5; time += 1) {
      expect(await within(5, 'A webhook', deliver(running.app.url, SHOP, 'orders/updated', order))).toBe(200)
      expect(await within(5, '/healthz', ask('/healthz'))).toBe(200)
      expect((await within(30, 'The page of a shop', askPage(running, SHOP, '/app/rules/list/problems.data'))).status).toBe(200)
    }
  } finally {
    isOver = true
    await Promise.all(asking)
  }
})
