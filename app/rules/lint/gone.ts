import type { ProductId } from '#app/commerce/ids.ts'
import type { When } from '#app/rules/conditions/condition.ts'
import type { Fact } from '#app/rules/conditions/kinds.ts'
import { factsIn } from '#app/rules/conditions/tree.ts'
import type { RuleCheck } from './check.ts'
import { withoutIds, type Stays } from './without-ids.ts'

/** The rule names products or collections that the shop no longer has, beside others that it has. */
export const gone: RuleCheck = {
  kind: 'gone',
  about: 'goods',
  check({ rule, pages, named }, { catalog }) {
    if (pages.length === 0 || named.count() === 0) return []
    const { when, offer } = rule
    const stays: Stays = (kind, id) =>
      kind === 'product' ? catalog.indexOf(id as ProductId) !== undefined : catalog.collections.has(id as never)
    const missing = [when, offer.where, ...(offer.except ? [offer.except] : [])].flatMap((condition) => idsNotKept(condition, stays))
    if (missing.length === 0) return []
    const except = offer.except && withoutIds(offer.except, stays)
    const is = { ...rule, when: withoutIds<Fact>(when, stays), offer: { ...offer, where: withoutIds(offer.where, stays), except } }
    return [{ severity: 'hint', of: new Set(missing).size, mend: { by: 'leave-out', is } }]
  },
}

function idsNotKept(condition: When, stays: Stays): string[] {
  return factsIn<Fact>(condition).flatMap((fact) =>
    fact.kind === 'product' || fact.kind === 'collection'
      ? fact.ids.filter((id) => !stays(fact.kind, id)).map((id) => `${fact.kind} ${id}`)
      : [],
  )
}
