import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CollectionId, ProductId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Condition } from '#app/rules/conditions/condition.ts'
import { sayCondition } from '#app/rules/conditions/say-condition.ts'
import { sayRule } from '#app/rules/sentence.ts'
import english from '#app/wording/locales/en.json'
import { anyWhen } from '../../test/a/any-rule.ts'
import { aProduct } from '../../test/a/product.ts'
import { aRule, ofType, tagged } from '../../test/a/rule.ts'
import { aCatalog } from '../../test/a/shop.ts'
import { sayFrom } from './say.ts'

const catalog = aCatalog(aProduct(7, { title: 'Robot dog', collections: [3] }))
const context = { say: sayFrom(english), catalog, money: (minor: number) => `€${minor / 100}` }
const not = (of: Condition): Condition => ({ kind: 'not', of })
const all = (...of: Condition[]): Condition => ({ kind: 'all', of })
const any = (...of: Condition[]): Condition => ({ kind: 'any', of })

describe('sayRule', () => {
  it('says the whole rule in one sentence', () => {
    const rule = aRule({ when: ofType('Laptop'), where: ofType('Sleeve'), joins: [{ kind: 'same-collection' }], most: 4 })
    expect(sayRule(rule, context)).toBe(
      'When a shopper looks at a product of type Laptop, offer up to 4 products of type Sleeve from the same collection, best selling first.',
    )
  })

  it('says exceptions, a single product and another order', () => {
    const rule = aRule({
      where: tagged('aa', 'aaa'),
      except: { kind: 'price', atLeast: 5000 as Minor, atMost: null },
      most: 1,
      sort: 'lowest-price',
    })
    expect(sayRule(rule, context)).toBe(
      'When a shopper looks at a product of any kind, offer one product tagged aa or aaa, but none for €50 or more, lowest price first.',
    )
  })
})

describe('sayCondition', () => {
  it.each<[Condition, string]>([
    [{ kind: 'product', ids: [7 as ProductId, 8 as ProductId] }, 'named “Robot dog” or #8 (gone)'],
    [{ kind: 'collection', ids: [3 as CollectionId] }, 'in the collection “Collection 3”'],
    [{ kind: 'vendor', names: ['Tom & Jerry', 'or'] }, 'by “Tom & Jerry” or “or”'],
    [any(all(ofType('A'), tagged('b')), not(ofType('C'))), '(of type A and tagged b) or not of type C'],
    [all(any(ofType('A'), tagged('b')), not(any(ofType('C'), ofType('D')))), '(of type A or tagged b) and not (of type C or of type D)'],
    [any(), 'no product at all'],
  ])('says %j', (condition, words) => {
    expect(sayCondition(condition, context)).toBe(words)
  })

  it('has words for every condition there can be', () => {
    fc.assert(
      fc.property(anyWhen, (condition) => {
        expect(sayCondition(condition, context)).not.toMatch(/[{}]|undefined/)
      }),
    )
  })
})
