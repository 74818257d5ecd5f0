import type { Order } from '../shop.ts'

/** Goes on counting where the orders of the past end. Each call gives the next number. */
export interface OrderNumbers {
  readonly order: () => { readonly id: number; readonly name: string }
  readonly line: () => number
  /** Of refunds and edits. */
  readonly next: () => number
}

export function openOrderNumbers(past: Iterable<Order>): OrderNumbers {
  let id = 6_000_000_000
  let number = 20_000
  let line = 15_000_000_000
  let other = 900_000_000_000
  for (const order of past) {
    id = Math.max(id, order.id)
    number = Math.max(number, Number(order.name.replace(/\D/g, '')))
    for (const one of order.lines) line = Math.max(line, one.id)
    for (const refund of order.refunds ?? []) other = Math.max(other, refund.id, ...refund.lines.map((back) => back.id))
  }
  return {
    order: () => ({ id: ++id, name: `#${++number}` }),
    line: () => ++line,
    next: () => ++other,
  }
}
