import type { DrawnGuard } from './drawn-guard.ts'
import type { CartLine, Visit } from './visit.ts'

/** Whether something is so; undefined where nobody told the door. */
type Known = boolean | undefined

const has = (list: unknown, value: unknown) => (list as readonly unknown[]).includes(value)

/**
 * Whether a published guard holds of a visit, just as the theme's `offer-guard` has it; undefined where that hangs on what nobody
 * tells here: of the storefront door what a product in the cart is and what the cart is worth, of the checkout a customer's tags.
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
      return visit.cart && not(every(visit.cart, (line) => not(isSuch(guard.of as DrawnGuard, line))))
    case 'cart-quantity':
      return visit.cart && isWithin(guard, piecesIn(visit.cart))
    case 'cart-lines':
      return visit.cart && isWithin(guard, visit.cart.length)
    case 'signed-in':
      return visit.isSignedIn
    case 'cart-subtotal':
      return visit.subtotal && visit.subtotal.currency === guard['currency'] && isWithin(guard, visit.subtotal.hundredths)
    // Of nobody who is not signed in it holds.
    case 'customer-orders':
      if (visit.isSignedIn === false) return false
      return visit.orders === undefined ? undefined : isWithin(guard, visit.orders)
    case 'customer-tag':
      return visit.isSignedIn === false ? false : undefined
    case 'market':
      return visit.market === undefined ? undefined : visit.market !== null && has(guard['names'], visit.market)
    case 'language':
      return visit.language === undefined ? undefined : has(guard['names'], visit.language)
    case 'date': {
      const today = visit.today()
      return today && isWithin(guard, today.date)
    }
    case 'weekday': {
      const today = visit.today()
      return today && has(guard['weekdays'], today.weekday)
    }
    default:
      return undefined
  }
}

/** Whether the product of a line is such a product. */
function isSuch(guard: DrawnGuard, line: CartLine): Known {
  const parts = guard.of as readonly DrawnGuard[]
  switch (guard.kind) {
    case 'all':
      return every(parts, (part) => isSuch(part, line))
    case 'any':
      return not(every(parts, (part) => not(isSuch(part, line))))
    case 'not':
      return not(isSuch(guard.of as DrawnGuard, line))
    case 'product':
      return has(guard['ids'], line.product)
    case 'type':
      return isNamed(guard, line.goods?.type)
    case 'vendor':
      return isNamed(guard, line.goods?.vendor)
    case 'tag':
      return line.goods?.tags?.some((tag) => has(guard['names'], tag))
    case 'collection':
      return line.goods?.collections?.some((id) => has(guard['ids'], id))
    default:
      return undefined
  }
}

const isNamed = (guard: DrawnGuard, name: string | undefined): Known => (name === undefined ? undefined : has(guard['names'], name))

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
