import type { Order, OrderLine, Product, Refund } from '../shop.ts'
import { orderBody } from './order-body.ts'
import { orderEditBody } from './order-edit-body.ts'
import { openOrderNumbers } from './order-numbers.ts'
import { refundBody } from './refund-body.ts'
import { known, type ShopFloor } from './shop-floor.ts'
import type { ShopState } from './shop-state.ts'
import { takeLines, takeOrder } from './take-order.ts'

type OrderLife = Pick<ShopState, 'placeOrder' | 'changeOrder' | 'cancelOrder' | 'refund' | 'deleteOrder'>

/** What becomes of orders. Each change makes a new order of the same id: the world's own is never touched. */
export function orderLife(floor: ShopFloor): OrderLife {
  const { orders, customers, facts, tell, time, stamp, rework } = floor
  const numbers = openOrderNumbers(orders.values())
  const body = (order: Order) => {
    const customer = order.customerId === null ? undefined : customers.get(order.customerId)
    return orderBody(order, customer ?? null, facts, floor)
  }
  const productsOf = (lines: readonly OrderLine[]): Product[] =>
    [...new Set(lines.map(({ productId }) => floor.products.get(productId)))].filter((product) => product !== undefined)

  const copyOf = (id: number): Order => {
    const order = known(orders, id, 'order')
    return { ...order, lines: order.lines.map((line) => ({ ...line })) }
  }
  const keep = (order: Order): void => {
    stamp(order)
    orders.set(order.id, order)
  }
  /** Moves pieces between a line and the shelf; what is no longer sold has no shelf. */
  const shelve = (line: OrderLine, pieces: number): void => {
    const variant = floor.variants.get(line.variantId)?.variant
    if (variant && variant.stock !== null) variant.stock += pieces
  }

  return {
    placeOrder(wanted) {
      const before = wanted.lines.flatMap(({ variantId }) => floor.variants.get(variantId)?.product ?? [])
      let order: Order | undefined
      rework([...new Set(before)], () => {
        order = takeOrder(floor, wanted, time(), numbers)
        orders.set(order.id, order)
        tell('orders/create', body(order))
      })
      return order!
    },
    changeOrder(id, { quantities = {}, add = [] }) {
      const order = copyOf(id)
      const deltas = new Map<number, number>()
      for (const [lineId, wanted] of Object.entries(quantities)) {
        const line = lineOf(order, Number(lineId))
        if (!Number.isInteger(wanted) || wanted < 0) throw new Error(`Not a quantity: ${wanted}`)
        if (wanted !== line.currentQuantity) deltas.set(line.id, wanted - line.currentQuantity)
      }
      const changed = [...productsOf(order.lines.filter(({ id }) => deltas.has(id)))]
      changed.push(...add.flatMap(({ variantId }) => floor.variants.get(variantId)?.product ?? []))
      const edit = (): void => {
        const added = takeLines(floor, add, numbers)
        for (const [lineId, delta] of deltas) {
          const line = lineOf(order, lineId)
          line.quantity += Math.max(0, delta)
          line.currentQuantity += delta
          shelve(line, -delta)
        }
        for (const line of added) deltas.set(line.id, line.quantity)
        order.lines = [...order.lines, ...added]
        keep(order)
        if (deltas.size > 0) tell('orders/edited', orderEditBody(numbers.next(), order, deltas, facts))
        tell('orders/updated', body(order))
      }
      rework([...new Set(changed)], edit)
      return order
    },
    cancelOrder(id) {
      const order = copyOf(id)
      if (order.cancelledAt !== null) throw new Error(`Order ${id} is cancelled already`)
      rework(productsOf(order.lines), () => {
        for (const line of order.lines) {
          shelve(line, line.currentQuantity)
          line.currentQuantity = 0
        }
        keep(order)
        order.cancelledAt = order.updatedAt
        for (const topic of ['orders/cancelled', 'orders/updated']) tell(topic, body(order))
      })
      return order
    },
    refund(orderId, { lines, restock = true, beyond = 0 }) {
      const order = copyOf(orderId)
      const back = Object.entries(lines).map(([lineId, quantity]) => ({ line: lineOf(order, Number(lineId)), quantity }))
      const wrong = back.find(({ line, quantity }) => !Number.isInteger(quantity) || quantity < 1 || quantity > line.currentQuantity)
      if (wrong) throw new Error(`Of line ${wrong.line.id} ${wrong.quantity} cannot come back`)
      const refund: Refund = {
        id: numbers.next(),
        createdAt: time(),
        ...(beyond !== 0 && { beyond }),
        lines: back.map(({ line, quantity }) => ({ id: numbers.next(), lineId: line.id, quantity, restocked: restock })),
      }
      rework(restock ? productsOf(back.map(({ line }) => line)) : [], () => {
        for (const { line, quantity } of back) {
          line.currentQuantity -= quantity
          if (restock) shelve(line, quantity)
        }
        order.refunds = [...(order.refunds ?? []), refund]
        keep(order)
        tell('refunds/create', refundBody(refund, order, facts))
        tell('orders/updated', body(order))
      })
      return refund
    },
    deleteOrder(id) {
      known(orders, id, 'order')
      orders.delete(id)
      tell('orders/delete', { id })
    },
  }
}

function lineOf(order: Order, id: number): OrderLine {
  const line = order.lines.find((one) => one.id === id)
  if (!line) throw new Error(`No line ${id} in order ${order.id}`)
  return line
}
