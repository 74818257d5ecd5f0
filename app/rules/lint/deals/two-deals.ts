import type { ProductId } from '#app/commerce/ids.ts'
import type { RuleCheck } from '#app/rules/lint/check.ts'
import type { Rule } from '#app/rules/rule.ts'

/** Beside the same product an earlier rule takes something off the same goods: of the two, the better one counts. */
export const twoDeals: RuleCheck = {
  kind: 'two-deals',
  about: 'goods',
  check({ rule, reached }, { catalog, deals, rules }) {
    if (!rule.offer.discount) return []
    const found = new Map<Rule, Set<ProductId>>()
    for (const { page } of reached) {
      const beside = deals().beside.get(catalog.products[page]!.id)?.deals ?? []
      const at = beside.findIndex((deal) => deal.rule === rule.id)
      for (const earlier of beside.slice(0, Math.max(0, at))) {
        const shared = earlier.offered.filter((id) => beside[at]!.offered.includes(id))
        const other = rules.find(({ id }) => id === earlier.rule)
        if (other && shared.length > 0) found.set(other, new Set([...(found.get(other) ?? []), ...shared]))
      }
    }
    const [first] = found
    if (!first) return []
    const products = [...first[1]].map((id) => catalog.indexOf(id)!).sort((a, b) => a - b)
    return [{ severity: 'hint', beside: first[0], products }]
  },
}
