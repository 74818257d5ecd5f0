import type { RuleCheck } from '../check.ts'

/** An earlier rule gives a gift in the same carts: one order may then hold a gift of each. */
export const twoGifts: RuleCheck = {
  kind: 'two-gifts',
  about: 'pages',
  check({ rule, pages }, { rules, look }) {
    if (rule.offer.discount?.kind !== 'gift') return []
    const before = rules.slice(0, rules.indexOf(rule)).filter(({ offer }) => offer.discount?.kind === 'gift')
    const own = new Set(pages)
    for (const beside of before) {
      const products = look(beside).pages.filter((page) => own.has(page))
      if (products.length > 0) return [{ severity: 'hint', beside, products, of: pages.length }]
    }
    return []
  },
}
