import { dayOf } from '#app/catalog/clock.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { shopsDue } from '#app/measure/ledger/ledger-store.server.ts'
import { rollUp } from '#app/measure/ledger/roll-up.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { whileInstalled } from '#app/queue/while-installed.server.ts'

/** Milliseconds between two looks for what browsers have told. */
export const MEASURE_EVERY = 30_000

/** Counts what is new of a shop's visitors and their orders. */
export async function measure(shop: ShopId, signal: AbortSignal): Promise<void> {
  await whileInstalled(shop, async ({ timezone }) => {
    const now = new Date()
    await rollUp(shop, now, dayOf({ at: now.getTime(), timezone }), signal)
  })
}

/** Has those shops counted whose browsers have told something new. */
export async function measureWhatIsDue(): Promise<void> {
  for (const shop of await shopsDue()) await enqueue('measure', shop)
}
