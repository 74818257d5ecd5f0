import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import { areAlike, diffCards } from './diff-cards.ts'
import type { Card } from '../slot.ts'

const card = (product: number, rule = 'a', name = 'A'): Card => ({
  product: product as ProductId,
  reason: { by: 'rule', rule: rule as RuleId, name },
})
const cards = (...products: number[]) => products.map((product) => card(product))
const fates = (before: Card[], after: Card[]) => {
  const diff = diffCards(before, after)
  return [diff.before.map(({ fate }) => fate).join(' '), diff.after.map(({ fate }) => fate).join(' ')]
}

describe('diffCards', () => {
  it('tells what came, went, moved and stands for another reason', () => {
    expect(fates(cards(1, 2, 3), cards(1, 3, 4))).toEqual(['stays removed stays', 'kept kept added'])
    expect(fates(cards(1, 2), cards(2, 1))).toEqual(['stays stays', 'moved moved'])
    expect(fates([card(1)], [card(1, 'b')])).toEqual(['stays', 'altered'])
    expect(fates([card(1)], [card(1, 'a', 'Renamed')])).toEqual(['stays', 'kept'])
    expect(fates([], cards(9))).toEqual(['', 'added'])
  })

  it('finds everything kept just where shoppers know no difference', () => {
    const anyCards = fc.uniqueArray(fc.integer({ min: 1, max: 6 })).map((ids) => ids.map((id) => card(id)))
    fc.assert(
      fc.property(anyCards, anyCards, (before, after) => {
        const diff = diffCards(before, after)
        const quiet = diff.before.every(({ fate }) => fate === 'stays') && diff.after.every(({ fate }) => fate === 'kept')
        expect(quiet).toBe(areAlike(before, after))
      }),
    )
  })
})
