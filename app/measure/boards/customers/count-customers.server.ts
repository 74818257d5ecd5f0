import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { CustomerOrder } from '#app/signals/customer-order.ts'
import { eachCustomerOrder } from '#app/signals/each-customer-order.server.ts'
import { isHeldOut, saltOf } from '#app/slots/arm/arm.ts'
import { readMeasurement } from '../../arms/measurement.server.ts'
import { openCustomerBoard, type CustomerBoard } from './customer-board.ts'

/** Milliseconds before the measurement began that say what a customer had bought before. */
const BEFORE = 180 * 24 * 60 * 60 * 1000

/** Works out the personalisation board from all orders of the shop's customers, and keeps it. Nothing happens where customers are not told apart yet. */
export async function countCustomers(shop: ShopId, now: Date): Promise<void> {
  const measurement = await readMeasurement(shop)
  // Of several epochs the last: who was released from being held out is counted as of then.
  const epoch = measurement?.epochs.personal.at(-1)
  const locked = measurement?.epochs['cross-sell'].at(-1)
  if (!measurement || !epoch || !locked) return
  const salt = saltOf(measurement.salt, 'personal')
  const lockedOut = await readArms(shop)
  const board = openCustomerBoard({
    begins: epoch.startsAt,
    now: now.getTime(),
    share: epoch.share,
    lockedShare: locked.share,
    terms: epoch.terms,
    isHeldOut: (customer) => isHeldOut(salt, String(customer), epoch.share),
    isLockedOut: (visit) => lockedOut.get(visit),
  })
  let pending: CustomerOrder[] = []
  await eachCustomerOrder(shop, new Date(epoch.startsAt - BEFORE), (orders) => {
    for (const order of orders) {
      if (pending.length > 0 && pending[0]!.customer !== order.customer) {
        board.add(pending)
        pending = []
      }
      pending.push(order)
    }
  })
  if (pending.length > 0) board.add(pending)
  await pool.query(
    `INSERT INTO customer_board (shop_id, document, computed_at) VALUES ($1, $2, $3)
     ON CONFLICT (shop_id) DO UPDATE SET document = excluded.document, computed_at = excluded.computed_at`,
    [shop, JSON.stringify(board.told()), now],
  )
}

/** The board as it was last worked out; undefined where it never was. */
export async function readCustomerBoard(shop: ShopId): Promise<{ readonly board: CustomerBoard; readonly at: Date } | undefined> {
  const { rows } = await pool.query<{ board: CustomerBoard; at: Date }>(
    'SELECT document AS board, computed_at AS at FROM customer_board WHERE shop_id = $1',
    [shop],
  )
  return rows[0]
}

/** Of the browsers that led to an order: whether they were held out of locked slots. */
async function readArms(shop: ShopId): Promise<ReadonlyMap<string, boolean>> {
  const { rows } = await pool.query<{ visitor: string; out: boolean }>(
    `SELECT visitor, bool_or(is_held_out) AS out FROM measured_visitor
     WHERE shop_id = $1 AND scope = 'all' AND outcomes IS NOT NULL GROUP BY visitor`,
    [shop],
  )
  return new Map(rows.map(({ visitor, out }) => [visitor, out]))
}
