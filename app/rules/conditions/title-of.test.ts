import { expect, it } from 'vitest'
import type { CollectionId, ProductId } from '#app/commerce/ids.ts'
import { aProduct } from '../../../test/a/product.ts'
import { aCatalog } from '../../../test/a/shop.ts'
import { titleOfCollection, titleOfProduct } from './title-of.ts'

const catalog = aCatalog(aProduct(1, { title: 'Robot', collections: [5] }), aProduct(2, { title: 'Lamp' }), aProduct(3, { title: 'Lamp' }))
const say = (key: string, values = {}) => `${key}(${Object.values(values).join()})`

it('is a title in quotes, with its number where another bears it, and says where it is gone', () => {
  const quoted = (title: string) => say('condition.quoted', { title })
  expect(titleOfProduct(1 as ProductId, catalog, say)).toBe(quoted('Robot'))
  expect(titleOfProduct(3 as ProductId, catalog, say)).toBe(say('condition.title-shared', { title: quoted('Lamp'), id: 3 }))
  expect(titleOfProduct(9 as ProductId, catalog, say)).toBe('condition.product.gone(9)')
  expect(titleOfCollection(5 as CollectionId, catalog, say)).toBe(quoted('Collection 5'))
  expect(titleOfCollection(9 as CollectionId, catalog, say)).toBe('condition.collection.gone(9)')
  const twice = { ...catalog, collections: new Map([5, 6].map((id) => [id as CollectionId, { id: id as CollectionId, title: 'New' }])) }
  expect(titleOfCollection(6 as CollectionId, twice as typeof catalog, say)).toContain('condition.title-shared')
})
