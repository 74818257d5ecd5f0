import type { Minor } from '#app/commerce/money.ts'
import type { Share } from './discount.ts'
import type { Terms } from './terms.ts'

/** Of a share of a price, half a minor unit and more counts as a whole one. */
export function shareOf(price: Minor, share: Share): Minor {
  return Math.floor((price * share + 5_000) / 10_000) as Minor
}

/** What there is beside the price of a piece. */
export interface Beside {
  /** What one piece of the trigger costs. */
  readonly trigger: Minor
  /** Pieces in the cart that tiers count. */
  readonly pieces: number
  /** Below which the merchant sells none; 0 where he set no floor, or the cost is not known. */
  readonly floor: Minor
}

/** What comes off one offered piece, in minor units: never below zero, never so much that it costs less than its floor or nothing. */
export function savingOn(price: Minor, terms: Terms, beside: Beside): Minor {
  const most = Math.max(0, price - Math.max(0, beside.floor))
  return Math.max(0, Math.min(most, wanted(price, terms, beside))) as Minor
}

function wanted(price: Minor, terms: Terms, { trigger, pieces }: Beside): number {
  switch (terms.kind) {
    case 'percent':
    case 'buy-get':
      return shareOf(price, terms.off)
    case 'amount':
      return terms.off
    case 'bundle-price':
      return trigger + price - terms.price
    case 'tiers': {
      const reached = terms.tiers.findLast(({ from }) => from <= pieces)
      return reached ? shareOf(price, reached.off) : 0
    }
    default:
      return terms satisfies never
  }
}
