import { readBody } from '../cart/read-body.ts'
import { readAddition, readWords } from '../cart/read-cart-ask.ts'
import type { Visit } from '../visit.ts'
import type { Basket } from './basket.ts'
import { readPermalink } from './basket.ts'

/**
 * The basket that an address asks to check out; undefined where it asks nothing of the kind. `/checkout` takes the cart.
 * "Buy it now" (`/cart/buy-now`) takes one line with its properties; it neither touches the cart nor carries its attributes. A
 * permalink (`/cart/VARIANT:QUANTITY,...`) takes what it names, with `attributes[...]` of its own.
 */
export async function startCheckout(visit: Visit): Promise<Basket | undefined> {
  if (visit.path === '/checkout') return { lines: visit.cart.lines, attributes: visit.cart.attributes, isCart: true }
  if (visit.path === '/cart/buy-now') {
    const { lines } = readAddition(await readBody(visit.request))
    return { lines, attributes: {}, isCart: false }
  }
  const lines = readPermalink(/^\/cart\/(.+)$/.exec(visit.path)?.[1] ?? '')
  if (!lines) return undefined
  const { attributes } = await readBody(visit.request)
  return { lines, attributes: readWords(attributes), isCart: false }
}
