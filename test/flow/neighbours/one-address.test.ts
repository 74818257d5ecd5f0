import { beforeAll, expect, it } from 'vitest'
import { STRANGERS } from '#app/front/bounds.ts'
import { aProduct, aWorld } from '../../a/world.ts'
import { deliver } from '../../running/deliver.ts'
import { aSyncedShop, type SyncedShop } from '../../running/synced-shop.ts'
import { askPage } from './ask-page.ts'
import { within } from './within.ts'

const world = aWorld({ products: [aProduct({ id: 1 }), aProduct({ id: 2 })] })
const SHOP = world.facts.domain
/** More pages than a machine draws in a second. */
const MOST = 600
/** More than may wait: a machine that draws few a second is never asked for more than it may be. */
const AT_ONCE = STRANGERS.places + STRANGERS.waiting + 5

let running: SyncedShop
beforeAll(async () => {
  running = await aSyncedShop('one-address', world)
})

it('who asks for page after page without a token is told to wait, and nobody else at the same address is', async () => {
  const ask = async (path: string) => (await fetch(`${running.app.url}${path}`, { redirect: 'manual' })).status
  let isOver = false
  const told = { pages: 0, busy: 0 }
  const asking = Array.from({ length: AT_ONCE }, async () => {
    while (!isOver && told.pages < MOST) {
      const status = await ask(`/app/rules?shop=${SHOP}`)
      if (status === 429) told.busy += 1
      else told.pages += 1
    }
  })
  const until429 = async () => {
    while (told.busy === 0 && told.pages < MOST) await new Promise((go) => setTimeout(go, 20))
  }
  await within(120, 'The first refusal', until429())
  expect(told.busy).toBeGreaterThan(0)
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
