import { expect, test } from 'vitest'
import { brokenLine, Garbled } from '#app/shopify/export/broken-line.ts'
import { suspectGoods, suspectOrders } from './suspects.ts'

const garbled = (text: string) => brokenLine(new Garbled(text), '')
const product = garbled('{"id":"gid://shopify/Product/7","title":"Half a pro')
const variantOf8 = brokenLine({ id: 'gid://shopify/ProductVariant/81', __parentId: 'gid://shopify/Product/8' }, 'price: is no amount')
const variantOfSome = garbled('{"id":"gid://shopify/ProductVariant/91","price":"1')
const collection = garbled('{"id":"gid://shopify/Collection/3","ti')
const nothing = garbled('pify/Product/5"}')

test('a broken line is traced to what it is about, as far as it says', () => {
  expect(product).toEqual({ kind: 'broken', why: 'is no JSON', gid: 'gid://shopify/Product/7', parent: null })
  expect(nothing).toEqual({ kind: 'broken', why: 'is no JSON', gid: null, parent: null })
  expect(brokenLine({ id: 'Ada', __parentId: 7 }, 'why')).toEqual({ kind: 'broken', why: 'why', gid: null, parent: null })
})

test('goods with a broken part are suspects; a part that names no product may be any product’s', () => {
  expect(suspectGoods([])).toEqual({ products: [], collections: [], mayTear: false, mayLackSome: false })
  expect(suspectGoods([product, variantOf8, product])).toEqual({ products: [7, 8], collections: [], mayTear: false, mayLackSome: false })
  expect(suspectGoods([variantOfSome, collection])).toEqual({ products: [], collections: [3], mayTear: true, mayLackSome: false })
  expect(suspectGoods([nothing])).toEqual({ products: [], collections: [], mayTear: true, mayLackSome: true })
})

test('so are orders', () => {
  const line = brokenLine({ id: 'gid://shopify/LineItem/1', __parentId: 'gid://shopify/Order/5' }, 'quantity: is missing')
  const head = garbled('{"id":"gid://shopify/Order/6","created')
  expect(suspectOrders([line, head, line])).toEqual({ orders: [5, 6], mayTear: false })
  expect(suspectOrders([garbled('{"id":"gid://shopify/LineItem/2","quan')])).toEqual({ orders: [], mayTear: true })
})
