import type { Lock } from '#app/commerce/placement.ts'
import type { Offer } from '#app/rules/resolve/offer-rule-by-rule.ts'
import type { Resolver } from '#app/rules/resolve/resolve.ts'
import { MOST_OFFERED } from '#app/rules/rule.ts'

/**
 * What of a page's offers can come to be seen at some moment: not what stands behind a full slot, nor what is never together
 * with a card that always stands before it. In an assisted slot any of them may come first.
 */
export function whatFits(offers: readonly Offer[], lock: Lock, { barrierOf }: Pick<Resolver, 'barrierOf'>): readonly Offer[] {
  if (lock === 'assisted') return offers
  const fit: Offer[] = []
  const fitting = new Set<number>()
  const standing: number[] = []
  for (const offer of offers) {
    if (standing.length === MOST_OFFERED) break
    const { bars } = barrierOf(offer.index)
    if (standing.some(bars)) continue
    if (offer.guard === true && ![...fitting].some(bars)) standing.push(offer.index)
    fit.push(offer)
    fitting.add(offer.index)
  }
  return fit
}
