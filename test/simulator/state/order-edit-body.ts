import type { Order, ShopFacts } from '../shop.ts'
import { zonedTime } from './zoned-time.ts'

/** By how much each line of an order grew or shrank, by the line's id. */
export type LineDeltas = ReadonlyMap<number, number>

/** The body of `orders/edited`, which is no order: it says which lines grew and shrank, and by how much. */
export function orderEditBody(id: number, order: Order, deltas: LineDeltas, facts: ShopFacts): Record<string, unknown> {
  const changes = [...deltas].map(([line, delta]) => ({ id: line, delta }))
  return {
    order_edit: {
      id,
      app_id: null,
      created_at: zonedTime(order.updatedAt, facts.timezone),
      notify_customer: false,
      order_id: order.id,
      staff_note: '',
      user_id: 1,
      line_items: {
        additions: changes.filter(({ delta }) => delta > 0),
        removals: changes.filter(({ delta }) => delta < 0).map((change) => ({ ...change, delta: -change.delta })),
      },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: [] },
    },
  }
}
