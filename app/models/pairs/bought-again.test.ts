import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import type { PageLists } from '#app/models/candidates/page-lists.ts'
import { boughtAgainOf } from './bought-again.ts'

it('tells after how many days a product is bought again, and nothing of one that is not', () => {
  const lists = { products: Float64Array.of(5, 6, 7), again: Uint16Array.of(30, 0, 1) } as PageLists
  const again = boughtAgainOf(lists)
  expect([5, 6, 7, 8].map((id) => again(id as ProductId))).toEqual([30, undefined, 1, undefined])
})
