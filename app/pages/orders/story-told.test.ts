import { expect, it } from 'vitest'
import type { OrderId, ProductId, RuleId } from '#app/commerce/ids.ts'
import type { Story } from '#app/measure/story/story-of.ts'
import { namedIn, tellStory } from './story-told.ts'

const [CELLS, LAMP] = [2, 3] as ProductId[] as [ProductId, ProductId]
const story: Story = {
  order: 7 as OrderId,
  at: 0,
  channel: 'web',
  isCancelled: false,
  arm: { kind: 'shown', epoch: 1 },
  offers: [
    { product: CELLS, soldBy: 'product-page/rule/cells', at: 0, outcome: { kind: 'bought-elsewhere', soldBy: 'cart-drawer/rule/gone' } },
    { product: LAMP, soldBy: 'product-page/bought-together/m1', at: 0, outcome: { kind: 'passed-over' } },
  ],
  lines: [
    { product: CELLS, quantity: 1, left: 1, origin: { kind: 'sold', soldBy: 'cart-drawer/rule/gone', isNoted: false } },
    { product: null, quantity: 1, left: 1, origin: { kind: 'by-itself' } },
    { product: LAMP, quantity: 1, left: 1, origin: { kind: 'sold', soldBy: 'nowhere/nobody/x', isNoted: false } },
  ],
}
const names = { titles: new Map([[CELLS, 'Four cells']]), rules: new Map([['cells' as RuleId, 'Batteries']]) }

it('names every rule and product that a story speaks of, each once', () =>
  expect(namedIn([story, story])).toEqual({ rules: ['cells', 'gone'], products: [CELLS, LAMP] }))

it('gives names to what has one, and says so of what has none any more', () => {
  const { offers, lines } = tellStory(story, names)
  expect(offers.map(({ title, slot }) => [title, slot.placement, slot.author])).toEqual([
    ['Four cells', 'product-page', { kind: 'rule', rule: 'cells', name: 'Batteries' }],
    [null, 'product-page', { kind: 'source', source: 'bought-together' }],
  ])
  const gone = { placement: 'cart-drawer', author: { kind: 'rule', rule: 'gone', name: null } }
  expect(offers[0]?.outcome).toEqual({ kind: 'bought-elsewhere', from: gone })
  expect(lines[0]?.origin).toEqual({ kind: 'sold', from: gone, isNoted: false })
})

it('takes what a cart was made to say for nobody of ours', () =>
  expect(tellStory(story, names).lines[2]?.origin).toEqual({
    kind: 'sold',
    from: { placement: null, author: { kind: 'other' } },
    isNoted: false,
  }))
