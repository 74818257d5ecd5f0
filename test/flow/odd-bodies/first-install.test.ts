import { expect, it } from 'vitest'
import { anOrder, aProduct, aWorld } from '../../a/world.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'

const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString()
const blob = { namespace: 'specs', key: 'blob', type: 'json', value: JSON.stringify('x"'.repeat(600_000)) }
const products = [1, 2, 3, 4, 5, 6].map((id) =>
  aProduct({ id, title: id === 3 ? 'Robot\0dog' : `Product ${id}`, metafields: id === 5 ? [blob] : [], stock: 100 }),
)
const world = aWorld({ products, orders: [1, 2].map((id) => anOrder({ id, of: products.slice(0, 3), createdAt: yesterday })) })
const { shop, quiet, rowsOf } = await aSyncedShop('first-install', world)

it('a shop with an odd title and a metafield beyond all bounds is read to the end, and what changes there is heard', async () => {
  const titles = async () => (await rowsOf('SELECT title FROM product ORDER BY id')).map(({ title }) => title)
  expect(await titles()).toEqual(['Product 1', 'Product 2', 'Robotdog', 'Product 4', 'Product 5', 'Product 6'])
  expect(await rowsOf('SELECT id FROM "order"')).toHaveLength(2)
  expect(await rowsOf('SELECT kind, phase, broken FROM sync ORDER BY kind')).toEqual([
    { kind: 'catalog', phase: 'done', broken: 1 },
    { kind: 'orders', phase: 'done', broken: 0 },
  ])
  shop.changeProduct(3, (product) => void (product.title = 'Robot \ud83d cat'))
  shop.changeProduct(5, (product) => void (product.title = 'Long\0ish'))
  await quiet()
  expect(await titles()).toEqual(['Product 1', 'Product 2', 'Robot \ufffd cat', 'Product 4', 'Longish', 'Product 6'])
  expect(await rowsOf('SELECT failure FROM delivery WHERE failure IS NOT NULL')).toEqual([])
})
