import type { RuleCheck } from './check.ts'
import { toDraft } from './finding.ts'

/** No product is what the rule wants to offer, for sale or not. */
export const deadOffer: RuleCheck = {
  kind: 'dead-offer',
  about: 'goods',
  check({ rule, pages, named }) {
    if (pages.length === 0 || named.count() > 0) return []
    return [{ severity: 'warning', path: 'offer.where', mend: toDraft(rule) }]
  },
}
