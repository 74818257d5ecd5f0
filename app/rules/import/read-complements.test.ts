import { expect, it } from 'vitest'
import { aProduct } from '../../../test/a/product.ts'
import { aCatalog } from '../../../test/a/shop.ts'
import { readComplements } from './read-complements.ts'

const shop = aCatalog(...Array.from({ length: 20 }, (_, at) => aProduct(at + 1)))
const gid = (id: number) => `gid://shopify/Product/${id}`
const read = (beside: unknown, value: unknown) => readComplements({ owner: { id: beside }, value }, shop, (_, all) => all)
const list = (...ids: number[]) => JSON.stringify(ids.map(gid))

it('reads what stands beside a product, in its order, without itself, doubles and what is gone', () => {
  expect(read(gid(1), list(3, 1, 99, 2, 3))).toEqual({ beside: 1, offer: [3, 2] })
  expect(read(gid(20), list(...Array.from({ length: 19 }, (_, at) => at + 1)))?.offer).toHaveLength(12)
})

it.each([
  [gid(99), list(1)],
  [gid(1), list(1, 99)],
  [gid(1), '[]'],
  [gid(1), '{"a":1}'],
  [gid(1), 'gid://shopify/Product/2'],
  [gid(1), JSON.stringify(['gid://shopify/Collection/2', 7, null])],
  ['gid://shopify/Collection/1', list(2)],
  [null, list(2)],
  [gid(1), null],
])('reads nothing of %s with %s', (beside, value) => {
  expect(read(beside, value)).toBeUndefined()
})
