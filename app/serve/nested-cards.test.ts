import { anAsk } from '../../test/a/ask.ts'
import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { somePage } from '../../test/a/notes.ts'
import { chooseCards } from './choose-cards.ts'

const id = (product: number) => product as ProductId

it('says under which product of the cart a card is nested, and how many packs a need takes', () => {
  const of = { by: 'rule', ref: 'r' }
  const cards = [
    { p: id(3), ...of, nest: true as const },
    { p: id(4), ...of, need: { takes: 6, holds: 2, packs: 3 } },
  ]
  const notes = somePage(cards, 'cart-page', 'open')
  const cart = [1, 2].map((product) => ({ product: id(product), quantity: 1 }))
  const ask = anAsk({ placement: 'cart-page', customer: undefined, cart })
  const pageOf = (product: ProductId) => (product === id(2) ? { notes: () => notes, standing: () => undefined } : undefined)
  expect(chooseCards(ask, { pageOf, offerable: undefined, nextFor: [] }, 0)).toEqual([
    { product: 3, ...of, under: 2 },
    { product: 4, ...of, need: { takes: 6, holds: 2, packs: 3 } },
  ])
})
