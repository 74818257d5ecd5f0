import { expect, it } from 'vitest'
import { aProduct } from '../../../test/a/product.ts'
import { aPurchase } from '../../../test/a/purchase.ts'
import { aCatalog } from '../../../test/a/shop.ts'
import { occasionsIn, occasionsOf } from './occasions.ts'

const catalog = aCatalog(aProduct(10), aProduct(20), aProduct(30))
const [first, second] = [aPurchase(1, [10, 20, 99]), aPurchase(2, [30, 10, 20])]
const occasions = occasionsIn([first, second], catalog)

it('every two products of one order are one occasion, newest first; what the catalogue does not hold is in none', () => {
  const told = [...occasions.one].map((one, at) => [one, occasions.other[at], occasions.orders[at]!.order])
  expect(told).toEqual([
    [2, 0, 2],
    [2, 1, 2],
    [0, 1, 2],
    [0, 1, 1],
  ])
})

it('occasions are of triggers and offered whichever came first', () => {
  const of = (triggers: number[], offered: number[]) => occasionsOf(occasions, new Set(triggers), new Set(offered))
  expect(of([0], [1])).toEqual([2, 3])
  expect(of([1], [0])).toEqual([2, 3])
  expect(of([0], [2])).toEqual([0])
  expect(of([0], [1, 2])).toEqual([0, 2, 3])
  expect(of([0], [0])).toEqual([])
  expect(of([], [1])).toEqual([])
})
