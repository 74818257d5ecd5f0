import { describe, expect, it } from 'vitest'
import { noCompanions } from '#app/models/pairs/companions.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import { aProduct } from '../../../test/a/product.ts'
import { aRule, ofType } from '../../../test/a/rule.ts'
import { aCatalog } from '../../../test/a/shop.ts'
import { NO_BOUNDS } from '../bounds.ts'
import { readRule } from '../read-rule.ts'
import { draftFrom } from './draft.ts'
import { overlapOf } from './overlap.ts'

const catalog = aCatalog(
  ...[1, 2, 3].map((id) => aProduct(id, { type: 'Laptop' })),
  ...[4, 5].map((id) => aProduct(id, { type: 'Sleeve' })),
)
const draft = draftFrom(
  { trigger: { kind: 'type', name: 'Laptop' }, offered: { kind: 'type', name: 'Sleeve' }, joins: [] },
  'draft' as never,
  'Sleeve for Laptop',
)
const overlap = (...rules: ReturnType<typeof aRule>[]) =>
  overlapOf(draft, resolveRules(rules, catalog, { sales: new Map(), companions: noCompanions }, NO_BOUNDS))
const one = (part: object) => aRule({ id: 'one', name: 'One', when: ofType('Laptop'), ...part })

describe('a draft and its overlap', () => {
  it('is a rule as the language reads it, and waits', () => {
    expect(readRule(draft)).toEqual({ kind: 'rule', rule: draft })
    expect(draft.state).toBe('draft')
  })

  it('is on no page where no active rule offers any of it', () => {
    const nothing = { pages: [0, 1, 2], told: 0, by: [] }
    expect(overlap()).toEqual(nothing)
    expect(overlap(one({ where: ofType('Laptop') }), one({ id: 'two', state: 'draft', where: ofType('Sleeve') }))).toEqual(nothing)
  })

  it('names the rules that offer some of it, and the pages on which all of it is told', () => {
    const some = { id: 'one', name: 'One', pages: 3 }
    expect(overlap(one({ where: ofType('Sleeve'), most: 1 }))).toEqual({ pages: [0, 1, 2], told: 0, by: [some] })
    expect(overlap(one({ where: ofType('Sleeve') }))).toEqual({ pages: [0, 1, 2], told: 3, by: [some] })
    const first = one({ id: 'first', name: 'First', when: { kind: 'product', ids: [1] }, where: ofType('Sleeve'), priority: 1, most: 1 })
    expect(overlap(one({ where: ofType('Sleeve') }), first)).toEqual({
      pages: [0, 1, 2],
      told: 3,
      by: [some, { id: 'first', name: 'First', pages: 1 }],
    })
  })
})
