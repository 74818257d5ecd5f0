import { expect, it } from 'vitest'
import type { CollectionId, ProductId } from '#app/commerce/ids.ts'
import { aProduct } from '../../test/a/product.ts'
import { aRule, ofType } from '../../test/a/rule.ts'
import { aCatalog } from '../../test/a/shop.ts'
import type { Condition } from './conditions/condition.ts'
import { mentionsOf } from './mentions.ts'

const catalog = aCatalog(aProduct(1, { title: 'Robot', collections: [5] }), aProduct(2, { title: 'Cells' }), aProduct(3, { title: 'Lamp' }))
const products = (...ids: number[]): Condition => ({ kind: 'product', ids: ids as ProductId[] })
const collections = (...ids: number[]): Condition => ({ kind: 'collection', ids: ids as CollectionId[] })
const named = (part: Parameters<typeof aRule>[0]) => mentionsOf(aRule(part), catalog).map(({ kind, id, title }) => `${kind} ${id} ${title}`)

it('names products and collections wherever a rule does, as they are called now, and none that is gone', () => {
  expect(named({ when: products(1, 99), where: collections(5, 98), except: products(2) })).toEqual([
    'product 1 Robot',
    'collection 5 Collection 5',
    'product 2 Cells',
  ])
  expect(named({ when: { kind: 'all', of: [ofType('Toy'), { kind: 'any', of: [products(3)] }] } })).toEqual(['product 3 Lamp'])
  expect(named({ when: { kind: 'cart-contains', of: products(2) } as never })).toEqual(['product 2 Cells'])
  expect(named({ when: ofType('Toy') })).toEqual([])
})
