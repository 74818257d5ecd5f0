import { expect, it } from 'vitest'
import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import { mayBeDrawn } from './may-be-drawn.ts'
import type { Card } from './slot.ts'

const card = (id: number, part: Partial<Card> = {}): Card => ({
  product: id as ProductId,
  reason: { by: 'rule', rule: 'a' as RuleId, name: 'A' },
  ...part,
})
const inCarts = { kind: 'all' as const, of: [{ kind: 'cart-quantity' as const, atLeast: 2, atMost: null }] }
const asked = { guard: inCarts }

it.each<{ readonly what: string; readonly cards: readonly Card[]; readonly drawn: readonly number[] }>([
  { what: 'as many as are shown at once', cards: [1, 2, 3].map((id) => card(id)), drawn: [1, 2] },
  { what: 'all where there are fewer', cards: [card(1)], drawn: [1] },
  { what: 'what shows now and then, and who steps in for it', cards: [card(1, asked), card(2), card(3), card(4)], drawn: [1, 2, 3] },
  { what: 'nobody behind those who always stand', cards: [card(1), card(2), card(3, asked)], drawn: [1, 2] },
  {
    what: 'a card that somebody else wants at any moment as one that is always shown',
    cards: [card(1, { ...asked, otherwise: [card(1)] }), card(2), card(3)],
    drawn: [1, 2],
  },
  { what: 'who steps in where a market lacks one', cards: [card(1, { notIn: ['eu'] }), card(2), card(3), card(4)], drawn: [1, 2, 3] },
  { what: 'what closes a cart’s gap from wherever it stands', cards: [card(1), card(2), card(3, { closesGap: true })], drawn: [1, 2, 3] },
])('of what may be drawn: $what', ({ cards, drawn }) => expect(mayBeDrawn(cards, 2).map(({ product }) => product)).toEqual(drawn))
