import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { anAsk } from '../../test/a/ask.ts'
import { somePage } from '../../test/a/notes.ts'
import type { NextProduct } from './next-product.ts'
import { joinHandles } from './handles.ts'
import { asText, type Offerable } from './offerable.ts'
import { recommendDrawn } from './recommend.ts'

const id = (product: number) => product as ProductId
const ids = Float64Array.from({ length: 12 }, (_, at) => at + 1)
const sold: Offerable = {
  timezone: 'UTC',
  mixes: {},
  byAnybody: ids,
  byRulesAlone: new Float64Array(),
  apart: [],
  lacks: new Map(),
  only: new Map(),
  handles: joinHandles([...ids].map((one) => `p-${one}`)),
}
const looks = joinHandles([...ids].map((one) => asText(one === 4 ? [] : [`power:${one}`])))
const notes = somePage([{ p: id(2), by: 'rule', ref: 'r' }], 'product-page', 'open')

function boughtIn(nextFor: readonly NextProduct[], offerable: Offerable = { ...sold, looks }): string[] {
  const shop = { pageOf: () => ({ notes: () => notes, standing: () => undefined }), offerable, nextFor }
  const liquid = recommendDrawn(anAsk({ product: id(1), placement: 'product-page' }), true, shop, 0, '<li></li>')
  const written = /assign bought = '([^']*)'/.exec(liquid)![1]!
  return written === '' ? [] : (JSON.parse(written) as [string, string[]][]).map(([product, of]) => `${product} ${of.join()}`)
}
const past = (product: number, kind: NextProduct['kind']): NextProduct => ({ product: id(product), kind, day: 0 })

it('tells of what a customer has bought what is true of it, five at most, and of nothing else', () => {
  const list = [past(3, 'next'), past(4, 'bought'), past(5, 'again'), past(99, 'bought')]
  expect(boughtIn(list)).toEqual(['5 power:5'])
  expect(boughtIn([5, 6, 7, 8, 9, 10].map((product) => past(product, 'bought')))).toEqual(
    [5, 6, 7, 8, 9].map((one) => `${one} power:${one}`),
  )
})

it('tells nothing of whom nothing is known of or who is held out, nor where product copy is off', () => {
  expect(boughtIn([])).toEqual([])
  expect(boughtIn([past(5, 'bought')], sold)).toEqual([])
})
