import type { Visit } from '../visit.ts'
import { seeOther } from '../visit.ts'
import { lineKey, setQuantity } from './cart.ts'
import { readBody } from './read-body.ts'
import { readQuantities } from './read-cart-ask.ts'
import { whyRefused } from './why-refused.ts'

/** The cart page's form: new quantities (`updates[KEY]`), then back to the cart or, by the button `checkout`, on to the checkout. */
export async function cartPageDoor(visit: Visit): Promise<Response | undefined> {
  if (visit.path !== '/cart' || visit.request.method !== 'POST') return undefined
  const body = await readBody(visit.request)
  const asked = readQuantities(body)
  let cart = visit.cart
  for (const line of visit.cart.lines) {
    const quantity = asked.get(lineKey(line)) ?? line.quantity
    if (!whyRefused(visit.shop, line.variantId, quantity)) cart = setQuantity(cart, lineKey(line), quantity)
  }
  visit.keepCart(cart)
  return seeOther(visit, 'checkout' in body ? '/checkout' : '/cart')
}
