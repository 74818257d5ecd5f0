import type { Rule } from '#app/rules/rule.ts'
import type { RuleCheck } from '../check.ts'
import type { Mend } from '../finding.ts'

/** What the rule asks for is not done, because something else that it asks for stands in its way. */
export const ignored: RuleCheck = {
  kind: 'ignored',
  about: 'pages',
  check({ rule, pages }) {
    const { nest, closesGap, instead, discount } = rule.offer
    if (pages.length === 0) return []
    return [
      // Nothing hangs on a product whose place it has taken.
      ...(nest && instead ? [{ severity: 'hint', as: 'nest', products: pages, mend: without(rule, 'nest', 'no-nest') } as const] : []),
      // What a swap or a discount adds to the cart is not the price by which gaps are closed.
      ...(closesGap && (instead || discount)
        ? [{ severity: 'hint', as: 'gap', products: pages, mend: without(rule, 'closesGap', 'no-gap') } as const]
        : []),
    ]
  },
}

function without(rule: Rule, part: 'nest' | 'closesGap', by: Mend['by']): Mend {
  return { by, is: { ...rule, offer: { ...rule.offer, [part]: undefined } } }
}
