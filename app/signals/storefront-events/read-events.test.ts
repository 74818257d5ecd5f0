import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MOST_EVENTS, readEvents } from './read-events.ts'

const seen = { id: 'e-1', kind: 'seen', soldBy: 'product-page/rule/r1', product: 7 }
const ordered = { id: 'e-2', kind: 'ordered', order: 9 }
const batch = { token: 'sealed1.ab.cd', visitor: '0f8e-1', events: [seen, ordered] }
const read = (document: unknown) => readEvents(JSON.stringify(document))

it('reads what a pixel posts', () => {
  expect(read(batch)).toEqual({ kind: 'batch', batch })
})

const reached = { id: 'e-3', kind: 'reached', visit: '0'.repeat(32), epoch: 1, offers: [{ soldBy: 'product-page/rule/r1', product: 7 }] }

it('reads for which of two compared rules a slot was drawn, and refuses what is no such', () => {
  for (const more of [{}, { compared: 'k3_Zq-1/b' }])
    expect(read({ ...batch, events: [{ ...reached, ...more }] })).toMatchObject({
      kind: 'batch',
      batch: { events: [{ ...reached, ...more }] },
    })
  for (const compared of ['k3', 'k3/c', '/a', 'k 3/a', 7])
    expect(read({ ...batch, events: [{ ...reached, compared }] })).toMatchObject({ why: expect.stringMatching(/^events\.0\.compared: /) })
})

it.each([
  ['no events', { ...batch, events: [] }, /^events: /],
  ['too many', { ...batch, events: Array.from({ length: MOST_EVENTS + 1 }, () => seen) }, /^events: /],
  ['a slot of nobody’s', { ...batch, events: [{ ...seen, soldBy: 'javascript:alert(1)' }] }, /^events\.0\.soldBy: no slot of ours/],
  ['a product of no number', { ...batch, events: [{ ...seen, product: '7' }] }, /^events\.0\.product: /],
  ['a sum of money', { ...batch, events: [{ ...ordered, total: 100 }] }, /^events\.0: /],
  ['a name of the shopper', { ...batch, email: 'a@b.cd' }, /email/],
  ['a visitor of words', { ...batch, visitor: 'Ada Lovelace' }, /^visitor: /],
])('refuses %s, and names the field', (_, document, why) => {
  expect(read(document)).toEqual({ kind: 'refused', why: expect.stringMatching(why) })
})

it('is through with whatever else is posted', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(['batch', 'refused']).toContain(readEvents(text).kind)
    }),
  )
})
