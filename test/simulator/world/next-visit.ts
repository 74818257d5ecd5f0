import type { BasketLine } from './basket.ts'
import type { Luck } from './random.ts'
import { rebuyDays } from './rebuys.ts'

export interface NextVisit {
  /** At least 1. */
  readonly inDays: number
  /** What will have run out by then, or null where the shopper just likes the shop. */
  readonly again: BasketLine | null
}

const rebuys = 0.6
const returnsAnyway = 0.62
const usualPause = 55

/** When somebody who likes the shop comes again, if ever. */
export function nextVisit(basket: readonly BasketLine[], luck: Luck): NextVisit | undefined {
  const again = basket.find(({ product }) => product.productType in rebuyDays)
  if (again && luck.chance(rebuys)) {
    const usual = rebuyDays[again.product.productType] ?? usualPause
    return { inDays: Math.max(1, Math.round(usual * (0.75 + luck.next() / 2) * Math.sqrt(again.quantity))), again }
  }
  return luck.chance(returnsAnyway) ? { inDays: 1 + Math.floor(luck.wait(usualPause)), again: null } : undefined
}
