import type { Minor } from '#app/commerce/money.ts'
import type { Share } from './discount.ts'
import type { Terms } from './terms.ts'

/** Of a share of a price, half a minor unit and more counts as a whole one. */
export function shareOf(price: Minor, share: Share): Minor {
  return Math.floor((price * share + 5_000) / 10_000) as Minor
}

/**
 * What comes off one offered piece, in minor units: never below zero, never so much that it costs less than its floor or nothing.
 * `trigger` is what one piece of the trigger costs, `pieces` how many tiers count; a floor of 0 is none.
 */
export function savingOn(price: Minor, terms: Terms, trigger: number, pieces: number, floor: number): Minor {
  const most = price - (floor > 0 ? floor : 0)
  const off = wanted(price, terms, trigger, pieces)
  return (off <= 0 || most <= 0 ? 0 : off < most ? off : most) as Minor
}

function wanted(price: Minor, terms: Terms, trigger: number, pieces: number): number {
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
    case 'gift':
      return price
    default:
      return terms satisfies never
  }
}
