import type { ProductId } from '#app/commerce/ids.ts'
import type { ProductFact } from '#app/rules/conditions/kinds.ts'
import { factsIn } from '#app/rules/conditions/tree.ts'
import type { RuleCheck } from './check.ts'
import { toDraft } from './finding.ts'
import { withoutIds } from './without-ids.ts'

/** The shop's settings never let be offered what the rule is for: all of it, or products that it names one by one. */
export const excluded: RuleCheck = {
  kind: 'excluded',
  about: 'goods',
  check({ rule, pages, forSale, offerable }, { catalog }) {
    if (pages.length === 0 || forSale.count() === 0) return []
    const out = forSale.without(offerable)
    const at = `offer.where`
    if (offerable.count() === 0) return [{ severity: 'warning', path: at, products: [...out], mend: toDraft(rule) }]
    const isOut = (id: ProductId) => out.has(catalog.indexOf(id) ?? catalog.products.length)
    const named = new Set(factsIn<ProductFact>(rule.offer.where).flatMap((fact) => (fact.kind === 'product' ? fact.ids.filter(isOut) : [])))
    if (named.size === 0) return []
    const where = withoutIds(rule.offer.where, (kind, id) => kind !== 'product' || !named.has(id as ProductId))
    return [
      {
        severity: 'warning',
        path: at,
        products: [...named].map((id) => catalog.indexOf(id)!),
        of: forSale.count(),
        mend: { by: 'leave-out', is: { ...rule, offer: { ...rule.offer, where } } },
      },
    ]
  },
}
