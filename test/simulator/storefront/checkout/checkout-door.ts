import { randomUUID } from 'node:crypto'
import { whyRefused } from '../cart/why-refused.ts'
import type { Visit, VisitDoor } from '../visit.ts'
import { seeOther } from '../visit.ts'
import type { Basket } from './basket.ts'
import { openCheckoutPages } from './checkout-pages.ts'
import { startCheckout } from './start-checkout.ts'

/** A plain checkout: one page with everything filled in, one button that makes the order. */
export function checkoutDoor(): VisitDoor {
  const baskets = new Map<string, Basket>()
  const pages = openCheckoutPages()
  return async (visit) => {
    const started = await startCheckout(visit)
    if (started) return begin(visit, started)
    const [, token = ''] = /^\/checkouts\/([\w-]+)$/.exec(visit.path) ?? []
    const basket = baskets.get(token)
    if (basket) return visit.request.method === 'POST' ? pay(visit, token, basket) : pages.contact(visit, basket)
    const order = visit.shop.orders.get(Number(/^\/checkout\/thank-you\/(\d+)$/.exec(visit.path)?.[1]))
    return order && pages.thankYou(visit, order)
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
    if (basket.isCart) visit.keepCart({ ...visit.cart, lines: [], attributes: {}, note: '' })
    return seeOther(visit, `/checkout/thank-you/${order.id}`)
  }
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
