import { expect, it } from 'vitest'
import { SHOP_PAGE, type ProductId } from '#app/commerce/ids.ts'
import { ownersIn } from './owners.ts'

it('a page is the product’s, the shop’s own page the shop’s, and what is neither is no page', () => {
  const { gidOf, pageOf } = ownersIn('gid://shopify/Shop/9')
  expect(gidOf(SHOP_PAGE)).toBe('gid://shopify/Shop/9')
  expect(gidOf(9 as ProductId)).toBe('gid://shopify/Product/9')
  for (const page of [SHOP_PAGE, 9 as ProductId]) expect(pageOf(gidOf(page))).toBe(page)
  for (const other of ['gid://shopify/Shop/8', 'gid://shopify/Collection/9', undefined]) expect(pageOf(other)).toBeUndefined()
})
