import type { DrawnGuard } from '#app/slots/drawn-guard.ts'
import type { CartLine, Visit } from './visit.ts'

/** Whether something is so; undefined where nobody told the door. */
type Known = boolean | undefined

const has = (list: unknown, value: unknown) => (list as readonly unknown[]).includes(value)

/**
 * Whether a published guard holds of a visit, just as the theme's `offer-guard` has it; undefined where that hangs on what the
 * door is not told: what a product in the cart is, what the cart is worth, what the customer is tagged with.
 */
export function guardHolds(guard: DrawnGuard, visit: Visit): Known {
  const parts = guard.of as readonly DrawnGuard[]
  switch (guard.kind) {
    case 'all':
      return every(parts, (part) => guardHolds(part, visit))
    case 'any':
      return not(every(parts, (part) => not(guardHolds(part, visit))))
    case 'not':
      return not(guardHolds(guard.of as DrawnGuard, visit))
    case 'cart-contains':
      return visit.cart && not(every(visit.cart, ({ product }) => not(isSuch(guard.of as DrawnGuard, product))))
    case 'cart-quantity':
      return visit.cart && isWithin(guard, piecesIn(visit.cart))
    case 'cart-lines':
      return visit.cart && isWithin(guard, visit.cart.length)
    case 'signed-in':
      return visit.isSignedIn
    // Of nobody who is not signed in it holds.
    case 'customer-orders':
    case 'customer-tag':
      return visit.isSignedIn ? undefined : false
    case 'market':
      return visit.market === undefined ? undefined : visit.market !== null && has(guard['names'], visit.market)
    case 'language':
      return visit.language === undefined ? undefined : has(guard['names'], visit.language)
    case 'date':
      return isWithin(guard, visit.today().date)
    case 'weekday':
      return has(guard['weekdays'], visit.today().weekday)
    default:
      return undefined
  }
}

/** Whether a product of which nothing is known but its id is such a product. */
function isSuch(guard: DrawnGuard, product: number): Known {
  const parts = guard.of as readonly DrawnGuard[]
  switch (guard.kind) {
    case 'all':
      return every(parts, (part) => isSuch(part, product))
    case 'any':
      return not(every(parts, (part) => not(isSuch(part, product))))
    case 'not':
      return not(isSuch(guard.of as DrawnGuard, product))
    case 'product':
      return has(guard['ids'], product)
    default:
      return undefined
  }
}

function isWithin({ low, high }: DrawnGuard, number: number): boolean {
  return (low === undefined || number >= (low as number)) && (high === undefined || number <= (high as number))
}

const piecesIn = (cart: readonly CartLine[]) => cart.reduce((sum, { quantity }) => sum + quantity, 0)

const not = (known: Known): Known => (known === undefined ? undefined : !known)

/** One that is not so outweighs all that nobody knows. */
function every<Part>(parts: readonly Part[], ask: (part: Part) => Known): Known {
  let all: Known = true
  for (const part of parts) {
    const one = ask(part)
    if (one === false) return false
    if (one === undefined) all = undefined
  }
  return all
}
