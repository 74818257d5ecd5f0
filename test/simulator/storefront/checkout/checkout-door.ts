import { randomUUID } from 'node:crypto'
import { whyRefused } from '../cart/why-refused.ts'
import type { Visit, VisitDoor } from '../visit.ts'
import { seeOther } from '../visit.ts'
import type { Basket } from './basket.ts'
import type { Order } from '../../shop.ts'
import { changeLines, type LineChange } from './change-lines.ts'
import { openCheckoutPages, type Blocks } from './checkout-pages.ts'
import { completedCheckout } from './completed-checkout.ts'
import { startCheckout } from './start-checkout.ts'

/** A plain checkout: one page with everything filled in, one button that makes the order. `?wallet=1` pays it through a wallet. */
export function checkoutDoor(blocks?: Blocks): VisitDoor {
  const baskets = new Map<string, Basket>()
  /** Orders whose thank-you page nobody has opened yet, by id, and the checkouts that they come from. */
  const untold = new Map<number, string>()
  const pages = openCheckoutPages(blocks)
  return async (visit) => {
    const started = await startCheckout(visit)
    if (started) return begin(visit, started)
    const [, token = '', isChange] = /^\/checkouts\/([\w-]+)(\/lines)?$/.exec(visit.path) ?? []
    const basket = baskets.get(token)
    if (basket && isChange) return change(visit, token, basket)
    if (basket && visit.query.has('wallet')) baskets.set(token, { ...basket, isWallet: true })
    if (basket) return visit.request.method === 'POST' ? pay(visit, token, basket) : pages.contact(visit, baskets.get(token)!)
    if (visit.path === '/account' && visit.customer) return pages.orderIndex(visit, ordersOf(visit))
    const [, page, id] = /^\/(checkout\/thank-you|account\/orders)\/(\d+)$/.exec(visit.path) ?? []
    const order = visit.shop.orders.get(Number(id))
    return order && (page === 'account/orders' ? pages.orderStatus(visit, order) : thank(visit, order))
  }

  /** As on Shopify, web pixels hear of a checkout once: on the first page after it. */
  function thank(visit: Visit, order: Order): Promise<Response> {
    const token = untold.get(order.id)
    untold.delete(order.id)
    return pages.thankYou(visit, order, token === undefined ? undefined : completedCheckout(visit.shop, order, token))
  }

  /** What a block asks of the lines; a change is answered with the page's new state. */
  async function change(visit: Visit, token: string, basket: Basket): Promise<Response> {
    const changed = changeLines(visit.shop, basket, (await visit.request.json()) as LineChange)
    if (changed.kind === 'refused') return Response.json({ result: { type: 'error', message: changed.message } })
    const next = { ...basket, lines: changed.lines }
    baskets.set(token, next)
    return Response.json({
      result: { type: 'success' },
      state: pages.basketState(visit, next),
      summary: await pages.summary(visit, next),
    })
  }

  function begin(visit: Visit, basket: Basket): Promise<Response> | Response {
    const refusal = refusalOf(visit, basket)
    if (refusal) return pages.refusal(visit, refusal)
    if (basket.lines.length === 0) return seeOther(visit, '/cart')
    const token = randomUUID()
    baskets.set(token, basket)
    return seeOther(visit, `/checkouts/${token}`)
  }

  function pay(visit: Visit, token: string, basket: Basket): Promise<Response> | Response {
    const refusal = refusalOf(visit, basket)
    if (refusal) return pages.refusal(visit, refusal)
    const { lines, attributes } = basket
    const order = visit.shop.placeOrder({ customerId: visit.customer?.id ?? null, lines, attributes })
    baskets.delete(token)
    untold.set(order.id, token)
    if (basket.isCart) visit.keepCart({ ...visit.cart, lines: [], attributes: {}, note: '' })
    return seeOther(visit, `/checkout/thank-you/${order.id}`)
  }
}

function ordersOf({ shop, customer }: Visit) {
  return [...shop.orders.values()].filter(({ customerId }) => customerId === customer?.id).toSorted((one, other) => other.id - one.id)
}

function refusalOf(visit: Visit, basket: Basket): string | undefined {
  const wanted = Map.groupBy(basket.lines, (line) => line.variantId)
  for (const [variantId, lines] of wanted) {
    const pieces = lines.reduce((sum, line) => sum + line.quantity, 0)
    const refusal = whyRefused(visit.shop, variantId, pieces)
    if (refusal) return refusal
  }
  return undefined
}
