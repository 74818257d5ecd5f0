import type { PoolClient } from 'pg'
import { readCosts } from '#app/catalog/read-costs.server.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { inTransaction } from '#app/platform/db.server.ts'
import { findOrdersOfVisits, visitsRecordedSince } from '#app/signals/find-orders.server.ts'
import { readMeasurement } from '../arms/measurement.server.ts'
import { countVisitor, type Counted } from './count-visitor.ts'
import { changesOf } from './changes-of.ts'
import type { Worth } from './outcomes.ts'
import { addToTotals, keepVisitors, markDue, readOffered, readStanding, takeDue } from './ledger-store.server.ts'

/** Visitors of one transaction: it holds up whoever comes by a slot again meanwhile. */
const AT_ONCE = 2_000
/** Milliseconds by which a commit may come after the moment that its rows name. */
const COMMITS_WITHIN = 10 * 60 * 1000

/**
 * Counts what is new of a shop's visitors: whom a slot had something to show, and whose orders were recorded, changed or refunded.
 * Each is counted anew from all that is known, and the totals change by the difference: however often it is done, wherever it was
 * broken off, they are the sum over the visitors. `now` (and `day`, the shop's own) is when; what was made later does not count yet.
 * Returns how many visitors were counted.
 */
export async function rollUp(shop: ShopId, now: Date, day: string, signal?: AbortSignal): Promise<number> {
  if (!(await markRecorded(shop, now))) return 0
  return countDue(shop, await readCosts(shop), now, day, signal)
}

/** Counts those alone who are known to be due; see `rollUp`. */
export async function countDue(shop: ShopId, costs: Worth['costs'], now: Date, day: string, signal?: AbortSignal): Promise<number> {
  let counted = 0
  for (let taken = AT_ONCE; taken === AT_ONCE; counted += taken) {
    signal?.throwIfAborted()
    taken = await inTransaction((client) => countSome(client, shop, costs, now, day))
  }
  return counted
}

/** Has those counted again whose orders were recorded since this was last done. False where the shop is not measured. */
async function markRecorded(shop: ShopId, now: Date): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ counted_to: Date }>('SELECT counted_to FROM measurement WHERE shop_id = $1 FOR UPDATE', [shop])
    if (!rows[0]) return false
    const { rows: clock } = await client.query<{ now: Date }>('SELECT now()')
    const visits = await visitsRecordedSince(client, shop, new Date(rows[0].counted_to.getTime() - COMMITS_WITHIN))
    await markDue(client, shop, visits)
    await client.query('UPDATE measurement SET counted_to = least($2::timestamptz, $3::timestamptz) WHERE shop_id = $1', [
      shop,
      clock[0]!.now,
      now,
    ])
    return true
  })
}

async function countSome(client: PoolClient, shop: ShopId, costs: Worth['costs'], now: Date, day: string): Promise<number> {
  // One at a time counts a shop: totals are read, changed and written.
  const { rowCount } = await client.query('SELECT FROM measurement WHERE shop_id = $1 FOR UPDATE', [shop])
  const measurement = rowCount === 0 ? undefined : await readMeasurement(shop, client)
  if (!measurement) return 0
  const visitors = await takeDue(client, shop, AT_ONCE, now)
  if (visitors.length === 0) return 0
  const offered = await readOffered(client, shop, visitors, now)
  const orders = await findOrdersOfVisits(client, shop, [...offered.keys()], now)
  const standing = await readStanding(client, shop, [...offered.keys()])
  const epochs = new Map(measurement.epochs['cross-sell'].map((epoch) => [epoch.number, epoch]))
  // What names an epoch that never was is not stored.
  const worthOf = (epoch: number): Worth => ({ costs, terms: epochs.get(epoch)!.terms })
  const counted = new Map<string, Counted[]>()
  for (const [visitor, rows] of offered) counted.set(visitor, countVisitor(rows, orders.get(visitor) ?? [], worthOf))
  const { totals, changed } = changesOf(counted, standing)
  await keepVisitors(client, shop, changed)
  await addToTotals(client, shop, totals, day)
  return visitors.length
}
