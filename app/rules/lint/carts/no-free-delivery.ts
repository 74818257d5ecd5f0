import type { Fact } from '#app/rules/conditions/kinds.ts'
import { factsIn } from '#app/rules/conditions/tree.ts'
import type { RuleCheck } from '../check.ts'
import { toDraft } from '../finding.ts'

/** The rule asks how far a cart is from free delivery, or wants the gap closed, and the merchant states for no market where it begins. */
export const noFreeDelivery: RuleCheck = {
  kind: 'no-free-delivery',
  about: 'pages',
  check({ rule, pages }, { statesFreeDelivery }) {
    if (statesFreeDelivery || pages.length === 0) return []
    const asks = factsIn<Fact>(rule.when).some(({ kind }) => kind === 'delivery-free' || kind === 'delivery-not-free')
    if (asks) return [{ severity: 'warning', as: 'asked', path: 'when', products: pages, mend: toDraft(rule) }]
    return rule.offer.closesGap ? [{ severity: 'hint', as: 'gap', products: pages }] : []
  },
}
