import { describe, expect, it } from 'vitest'
import { CARDS_AT_ONCE } from '#app/commerce/placement.ts'
import { noCompanions } from '#app/models/pairs/companions.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import { aProduct } from '../../../test/a/product.ts'
import { aSet } from '../../../test/a/rule-set.ts'
import { aRule, ofType, type RulePart } from '../../../test/a/rule.ts'
import { aCatalog } from '../../../test/a/shop.ts'
import { lintShop } from './lint-shop.ts'
import { lintedShop } from './linted-shop.ts'

const lamps = [1, 2, 3].map((id) => aProduct(id, { type: 'Lamp' }))
const bulbs = [11, 12].map((id) => aProduct(id, { type: 'Bulb' }))
const mugs = Array.from({ length: 30 }, (_, at) => aProduct(100 + at, { type: 'Mug' }))
const catalog = aCatalog(...lamps, ...bulbs, ...mugs)
const rule = (id: string, priority: number, part: RulePart) => aRule({ id, name: id, priority, when: ofType('Lamp'), ...part })
const bulb = rule('late', 90, { where: { kind: 'product', ids: [11] as never } })

/** Of the rule `late`: whether nothing of it is seen, as what, and which rule is said to stand before it. */
function foundOf(...before: ReturnType<typeof rule>[]) {
  const set = aSet({ rules: [...before, bulb] })
  const shop = lintedShop(set, catalog, resolveRules(set.rules, catalog, { sales: new Map(), companions: noCompanions }, set))
  return lintShop(shop)
    .filter(({ kind, rule: of }) => kind === 'shadowed' && of === 'late')
    .map(({ as, beside, count }) => [as, beside, count])
}

describe('the rule that is said to stand before a shadowed one', () => {
  it('is the one that stops', () => {
    const stops = rule('stops', 2, { where: { kind: 'product', ids: [12] as never }, stop: true })
    expect(foundOf(rule('first', 1, { where: ofType('Mug'), most: 2 }), stops)).toEqual([['stopped', 'stops', 3]])
  })

  it('is the one that offers the same, though others stand before that', () => {
    const same = rule('same', 2, { where: ofType('Bulb') })
    expect(foundOf(rule('first', 1, { where: ofType('Mug'), most: 2 }), same)).toEqual([[undefined, 'same', 3]])
  })

  it('is the first where the slot is full of others', () => {
    const full = [1, 2, 3].map((priority) => rule(`full-${priority}`, priority, { where: ofType('Mug'), most: 12 }))
    expect(foundOf(...full)).toEqual([[undefined, 'full-1', 3]])
  })

  it('is the one that stands before it on most of its pages', () => {
    const onOne = rule('on-one', 1, { when: { kind: 'product', ids: [1] as never }, where: ofType('Bulb') })
    expect(foundOf(onOne, rule('on-all', 2, { where: ofType('Bulb') }))).toEqual([[undefined, 'on-all', 3]])
  })

  it('is the first where others fill all that a block shows', () => {
    const mugs = (most: number) => rule('mugs', 1, { where: ofType('Mug'), most })
    expect(foundOf(mugs(CARDS_AT_ONCE))).toEqual([['crowded', 'mugs', 3]])
    expect(foundOf(mugs(CARDS_AT_ONCE - 1))).toEqual([])
    // What stands before it at some moments alone leaves it its place at others.
    const seasonal = { kind: 'all', of: [ofType('Lamp'), { kind: 'signed-in' }] } as const
    expect(foundOf(rule('now-and-then', 1, { when: seasonal, where: ofType('Mug'), most: CARDS_AT_ONCE }))).toEqual([])
  })

  it('is none where something of it is seen', () => {
    expect(foundOf(rule('first', 1, { where: ofType('Mug'), most: 2 }))).toEqual([])
  })
})
