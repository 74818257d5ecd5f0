import { dayOf } from '#app/catalog/clock.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { keepEpochs } from '#app/measure/arms/keep-epochs.server.ts'
import { keepMeasuring } from '#app/measure/arms/keep-measuring.server.ts'
import { readMeasurement } from '#app/measure/arms/measurement.server.ts'
import { countCustomers, readCustomerBoard } from '#app/measure/boards/customers/count-customers.server.ts'
import { readBoard } from '#app/measure/boards/read-board.server.ts'
import { shopsDue } from '#app/measure/ledger/ledger-store.server.ts'
import { rollUp } from '#app/measure/ledger/roll-up.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'
import { whileInstalled } from '#app/queue/while-installed.server.ts'
import { adminOf } from '#app/shopify/shopify.server.ts'
import { keepComparison } from './keep-comparison.server.ts'
import { watchRules } from './watch-rules.server.ts'

/** Milliseconds between two looks for what browsers have told. */
export const MEASURE_EVERY = 30_000
/** All customers are counted once a night. */
const CUSTOMERS_EVERY = 20 * 60 * 60 * 1000
const KNOWN: readonly string[] = ['adds', 'gains', 'displaces', 'costs', 'harms']

/**
 * Counts what is new of a shop's visitors and their orders, once a night its customers as well; watches over single rules; ends a comparison
 * that is over; and has less held out once it is known what is brought.
 */
export async function measure(shop: ShopId, signal: AbortSignal): Promise<void> {
  await whileInstalled(shop, async ({ timezone }) => {
    if (!(await readMeasurement(shop))) return
    const now = new Date()
    await rollUp(shop, now, dayOf({ at: now.getTime(), timezone }), signal)
    const last = await readCustomerBoard(shop)
    if (!last || now.getTime() - last.at.getTime() > CUSTOMERS_EVERY) await countCustomers(shop, now)
    const [read, customers] = [await readBoard(shop), await readCustomerBoard(shop)]
    const value = customers?.board.value?.interval
    const known = {
      'cross-sell': KNOWN.includes(read?.board?.verdict.kind ?? ''),
      personal: value !== undefined && (value.low > 0 || value.high < 0),
    }
    // Arms that are not what they were to be say nothing of a rule either.
    const mayTell = read?.board?.verdict.kind !== 'waits'
    if (read && mayTell) await watchRules(shop, read.measurement, now)
    await keepComparison(shop, mayTell, now)
    await keepEpochs(shop, known, now)
    await keepMeasuring(shop, () => adminOf(shop), now, signal)
  })
}

/** Has those shops counted whose browsers have told something new. */
export async function measureWhatIsDue(): Promise<void> {
  for (const shop of await shopsDue()) await enqueue('measure', shop)
}
