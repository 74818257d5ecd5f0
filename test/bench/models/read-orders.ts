import { join } from 'node:path'
import { readCsv } from './read-csv.ts'
import { partOf, type Part, type Split } from './split.ts'

export interface ReadOrder {
  readonly id: string
  readonly customer: string
  /** Days: of the calendar, or, where a folder has no clock, the customer's orders counted back from the last; 0 without either. */
  readonly day: number
  readonly part: Part
  readonly items: readonly string[]
}

const DAY_MS = 86_400_000
export const dayOf = (timestamp: string) => Date.parse(`${timestamp}Z`) / DAY_MS

/** The orders of a folder in the order of their time, each with the items it holds, once. */
export function readOrders(folder: string, split: Split): ReadOrder[] {
  const raw = new Map<string, { customer: string; timestamp: string; seq: number; items: Set<string> }>()
  const lastOf = new Map<string, number>()
  for (const { order_id, customer_id = '', timestamp = '', seq = '0', item_id } of readCsv(join(folder, 'orders.csv.gz'))) {
    let order = raw.get(order_id!)
    if (!order) raw.set(order_id!, (order = { customer: customer_id, timestamp, seq: Number(seq), items: new Set() }))
    order.items.add(item_id!)
    if (order.seq > (lastOf.get(customer_id) ?? 0)) lastOf.set(customer_id, order.seq)
  }
  const orders = [...raw].map(([id, { customer, timestamp, seq, items }]) => {
    const fromLast = (lastOf.get(customer) ?? 0) - seq
    const day = timestamp === '' ? -fromLast : dayOf(timestamp)
    return { id, customer, day, part: partOf(split, { id, timestamp, fromLast }), items: [...items] }
  })
  return orders.sort((a, b) => a.day - b.day)
}
