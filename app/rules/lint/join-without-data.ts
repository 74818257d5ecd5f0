import type { Fact, ProductFact } from '#app/rules/conditions/kinds.ts'
import type { Rule } from '#app/rules/rule.ts'
import type { RuleCheck } from './check.ts'
import { toDraft, type Mend } from './finding.ts'
import { lackingData, type Lacking } from './lacking-data.ts'
import { narrow } from './narrow.ts'

/** Products that the rule is about, or that it could offer, lack what ties them: "12 toys have no battery_size". */
export const joinWithoutData: RuleCheck = {
  kind: 'join-without-data',
  about: 'goods',
  check(looked, { catalog }) {
    if (looked.pages.length === 0 || looked.offerable.count() === 0) return []
    return lackingData(looked, catalog).map((lacking) => ({
      severity: lacking.products.length === lacking.of && lacking.join ? 'warning' : 'hint',
      as: lacking.join ? lacking.side : `need-${lacking.side}`,
      path: lacking.path,
      names: [lacking.name],
      products: lacking.products,
      of: lacking.of,
      mend: mendOf(looked.rule, lacking),
    }))
  },
}

/** Says in the rule what holds already: what lacks the metafield is not meant. Shoppers see the same as before. */
function mendOf(rule: Rule, { side, join, name, products, of }: Lacking): Mend | undefined {
  if (join?.kind !== 'metafield') return undefined
  if (products.length === of) return toDraft(rule)
  const has = { kind: 'metafield-set', name } as const
  const { offer } = rule
  if (side === 'trigger') return { by: 'only-with', is: { ...rule, when: narrow<Fact>(rule.when, has) } }
  return { by: 'only-with', is: { ...rule, offer: { ...offer, where: narrow<ProductFact>(offer.where, has) } } }
}
