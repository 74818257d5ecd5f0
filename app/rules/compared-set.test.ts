import { expect, it } from 'vitest'
import { pageMix } from '../../test/a/rule-set.ts'
import { aRule, ofType } from '../../test/a/rule.ts'
import { editsToUse, whyIncomparable, withOther } from './compared-set.ts'
import { EMPTY_SET } from './rule-set.ts'

const a = aRule({ id: 'a', priority: 3, where: ofType('Batteries') })
const b = aRule({ id: 'b', priority: 9, state: 'draft', where: ofType('Packs') })
const other = aRule({ id: 'c', priority: 5 })
const live = { ...EMPTY_SET, rules: [a, b, other] }
const percent = { kind: 'percent', off: 1_000, combines: { order: false, product: false, shipping: false } } as never

it('shows the other rule in the first one’s turn, and everything else as it was', () => {
  expect(withOther(live, a, b)?.rules).toEqual([{ ...b, state: 'active', priority: 3 }, other])
  // It need not be among what is published.
  expect(withOther({ ...live, rules: [a, other] }, a, b)?.rules).toEqual([{ ...b, state: 'active', priority: 3 }, other])
})

it.each([
  ['the first was deleted', { ...live, rules: [b, other] }],
  ['the first is a draft', { ...live, rules: [{ ...a, state: 'draft' as const }, b, other] }],
  ['the first offers something else', { ...live, rules: [{ ...a, stop: true }, b, other] }],
  ['the second is shown by itself', { ...live, rules: [a, { ...b, state: 'active' as const }, other] }],
])('shows nothing else once %s', (_, set) => expect(withOther(set, a, b)).toBeNull())

it('goes on where the first was renamed, or others come before it', () => {
  const renamed = { ...a, name: 'Another name', priority: 4 }
  expect(withOther({ ...live, rules: [renamed, other] }, a, b)?.rules[0]).toEqual({ ...b, state: 'active', priority: 4 })
})

it.each([
  ['not-live', other, b, { ...live, rules: [a, b] }],
  ['other-live', a, a, live],
  ['other-live', a, other, live],
  ['takes-off', a, { ...b, offer: { ...b.offer, discount: percent } }, live],
  [
    'takes-off',
    { ...a, offer: { ...a.offer, discount: percent } },
    b,
    { ...live, rules: [{ ...a, offer: { ...a.offer, discount: percent } }] },
  ],
  ['not-on-product-pages', a, { ...b, at: ['cart-page' as const] }, live],
  ['no-slot', a, b, { ...live, placements: pageMix('open') }],
  [null, a, b, { ...live, placements: pageMix('assisted') }],
  [null, a, b, live],
])('says why two cannot be compared: %s', (why, one, two, set) => expect(whyIncomparable(set, one, two)).toBe(why))

it('lets the two change places in what waits to be published, the second as it was compared', () => {
  const edited = { ...b, name: 'Edited since' }
  expect(editsToUse([a, edited, other], a, b)).toEqual([
    { id: 'a', was: a, is: { ...a, state: 'draft', priority: 9 } },
    { id: 'b', was: edited, is: { ...b, state: 'active', priority: 3 } },
  ])
})

it('uses the second where either has been deleted since', () => {
  expect(editsToUse([other], a, b)).toEqual([{ id: 'b', was: null, is: { ...b, state: 'active', priority: 3 } }])
})
