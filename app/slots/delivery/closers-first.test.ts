import fc from 'fast-check'
import { expect, it } from 'vitest'
import { closersFirst } from './closers-first.ts'

const anyCards = fc.array(fc.record({ worth: fc.option(fc.nat(9), { nil: undefined }) }), { maxLength: 9 })
const order = (cards: readonly { worth: number | undefined }[], gap: number | undefined) => closersFirst(cards, gap, ({ worth }) => worth)

it('loses nothing and makes nothing up, and leaves all as it was where nothing is missing', () => {
  fc.assert(
    fc.property(anyCards, fc.option(fc.nat(9), { nil: undefined }), (cards, gap) => {
      const ordered = order(cards, gap)
      expect(new Set(ordered)).toEqual(new Set(cards))
      expect(ordered).toHaveLength(cards.length)
      if (!gap) expect(ordered).toEqual(cards)
    }),
  )
})

it('puts what closes the gap first, the cheapest before dearer ones; all else, and what costs the same, stays in its order', () => {
  fc.assert(
    fc.property(anyCards, fc.integer({ min: 1, max: 9 }), (cards, gap) => {
      const ordered = order(cards, gap)
      const closes = ({ worth }: { worth: number | undefined }) => worth !== undefined && worth >= gap
      const count = cards.filter(closes).length
      const [first, rest] = [ordered.slice(0, count), ordered.slice(count)]
      expect(first.every(closes)).toBe(true)
      expect(rest).toEqual(cards.filter((card) => !closes(card)))
      for (const [at, card] of first.entries()) {
        const next = first[at + 1]
        if (!next) continue
        expect(next.worth!).toBeGreaterThanOrEqual(card.worth!)
        if (next.worth === card.worth) expect(cards.indexOf(next)).toBeGreaterThan(cards.indexOf(card))
      }
    }),
  )
})
