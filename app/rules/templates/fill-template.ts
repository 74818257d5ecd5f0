import type { Catalog } from '#app/catalog/catalog.ts'
import type { RuleId } from '#app/commerce/ids.ts'
import { blankRule } from '#app/rules/blank-rule.ts'
import type { Condition } from '#app/rules/conditions/condition.ts'
import { fold } from '#app/rules/conditions/kind.ts'
import type { Rule } from '#app/rules/rule.ts'
import { typesBeside } from './beside.ts'
import { findNeed } from './counts.ts'
import { findFitting } from './fitting.ts'
import { offeredGoods, type Goods } from './goods.ts'
import type { Template } from './template.ts'
import { TEMPLATES } from './templates.ts'

/** A rule that a template makes of a shop's own goods. */
export interface Filling {
  /** The same in the same shop, and unlike that of the template's other fillings. */
  readonly key: string
  readonly goods: Goods
  /** Everything of the rule but for its id and name. */
  readonly rule: Omit<Rule, 'id' | 'name'>
}

export type Filled =
  | { readonly kind: 'filled'; readonly fillings: readonly Filling[] }
  | { readonly kind: 'nothing-offered' }
  /** There are such goods, and nothing tells what they go beside. */
  | { readonly kind: 'nothing-fits'; readonly goods: readonly Goods[] }

/** Goods of which a template makes a rule each, the most. */
const MOST_FILLINGS = 4

const ACCESSORIES = TEMPLATES.flatMap(({ offered }) => offered)

/** Fills a template from the shop's own catalogue: with what fits by a metafield, else by what the goods go beside in many shops. */
export function fillTemplate(template: Template, catalog: Catalog): Filled {
  const goods = offeredGoods(template, catalog)
  if (goods.length === 0) return { kind: 'nothing-offered' }
  const fillings = goods.flatMap((one) => fillWith(one, template, catalog) ?? [])
  if (fillings.length === 0) return { kind: 'nothing-fits', goods }
  return { kind: 'filled', fillings: fillings.slice(0, MOST_FILLINGS) }
}

function fillWith(goods: Goods, template: Template, catalog: Catalog): Filling | undefined {
  const { state, priority, offer, stop, fallback } = blankRule('' as RuleId)
  const itself: Condition = { kind: goods.kind, names: [goods.name] }
  const rule = { state, priority, stop, fallback }
  const key = `${template.key} ${goods.kind} ${fold(goods.name)}`
  const where: Condition = { kind: 'all', of: [itself] }
  const fitting = findFitting(goods.indexes, catalog)
  if (fitting) {
    const bears: Condition = { kind: 'metafield-set', name: fitting.trigger }
    // The goods may bear the same metafield as what they fit, and one pack does not go with another.
    const isShared = goods.indexes.some((index) => catalog.products[index]!.metafields.some(({ name }) => name === fitting.trigger))
    const when: Condition = { kind: 'all', of: isShared ? [bears, { kind: 'not', of: itself }] : [bears] }
    const join = { kind: 'metafield', offered: fitting.offered, trigger: fitting.trigger } as const
    return {
      key,
      goods,
      rule: { ...rule, when, offer: { ...offer, where, joins: [join], need: findNeed(fitting, goods.indexes, catalog) } },
    }
  }
  const types = template.beside.length === 0 ? [] : typesBeside(goods, template, ACCESSORIES, catalog)
  if (types.length === 0) return undefined
  const when: Condition = { kind: 'all', of: [{ kind: 'type', names: types }] }
  return { key, goods, rule: { ...rule, when, offer: { ...offer, where } } }
}
