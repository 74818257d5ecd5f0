import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import type { CardNote, Note } from './note.ts'
import { somePage } from '../../test/a/notes.ts'
import { unconditionalCards } from './unconditional-cards.ts'

const note = (part: Partial<Note> = {}): Note => ({ by: 'rule', ref: 'r', ...part })
const card = (p: number, part: Partial<CardNote> = {}) => ({ ...note(), p, ...part }) as CardNote
const shown = (...cards: CardNote[]) => {
  const notes = somePage(cards, 'product-page', 'locked')
  return unconditionalCards(notes, notes.slots['product-page']![0]!).map(({ product, ref }) => `${product} by ${ref}`)
}

it('shows what waits for no moment, is no gift and takes nothing’s place', () => {
  expect(shown(card(1), card(2, { if: 0 }), card(3, { gift: { EUR: 1 } }), card(4, { instead: true }))).toEqual(['1 by r'])
})

it('shows a card by the first note by which it stands', () => {
  expect(shown(card(1, { if: 0, or: [note({ ref: 'a', if: 1 }), note({ ref: 'b' }), note({ ref: 'c' })] }))).toEqual(['1 by b'])
  expect(shown(card(1, { or: [note({ ref: 'b' })] }))).toEqual(['1 by r'])
})

it('of two that never stand together it shows the earlier, and the later where the earlier is not shown', () => {
  const later = card(2, { apart: [1 as ProductId] })
  expect(shown(card(1), later, card(3))).toEqual(['1 by r', '3 by r'])
  expect(shown(card(1, { if: 0 }), later)).toEqual(['2 by r'])
})
