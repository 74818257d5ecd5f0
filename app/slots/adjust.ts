import type { Catalog } from '#app/catalog/catalog.ts'
import { holds } from '#app/rules/conditions/holds.ts'
import type { Adjustment } from '#app/rules/mix.ts'
import type { Candidate } from './candidates.ts'

/**
 * Does to the machine's candidates what the merchant asked for: of what is left after every `filter`, what is boosted comes first and
 * what is buried last, each in the machine's order. Something that is both stays where it is.
 */
export function adjust(
  candidates: Iterable<Candidate>,
  adjustments: readonly Adjustment[],
  { products, clock }: Catalog,
): Iterable<Candidate> {
  if (adjustments.length === 0) return candidates
  const ranked: Candidate[][] = [[], [], []]
  for (const candidate of candidates) {
    const product = products[candidate.offered]!
    let place = 1
    let stays = true
    for (const { kind, where } of adjustments) {
      const isSo = kind !== 'pin' && holds(where, product, clock)
      if (kind === 'filter' && !isSo) stays = false
      if (kind === 'boost' && isSo) place -= 1
      if (kind === 'bury' && isSo) place += 1
    }
    if (stays) ranked[Math.min(2, Math.max(0, place))]!.push(candidate)
  }
  return ranked.flat()
}
