import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProductId, RuleId } from '#app/commerce/ids.ts'
import { EVERY_PLACEMENT, LOCKS } from '#app/commerce/placement.ts'
import type { Card, Choice, FilledPlacement, Reason } from '#app/slots/slot.ts'
import { isSameList, listBeside } from './standard-lists.ts'

const rule: Reason = { by: 'rule', rule: 'r' as RuleId, name: 'Batteries' }
const others: readonly Reason[] = [
  { by: 'bought-together', model: 'm', counts: { together: 3, first: 9, second: 9, orders: 99 } },
  { by: 'look-alikes' },
  { by: 'popular', units: 4 },
  { by: 'pinned' },
]
const anyChoice = fc.record(
  { reason: fc.constantFrom(rule, ...others), guard: fc.constant({ kind: 'signed-in', is: true } as const) },
  { requiredKeys: ['reason'] },
) as fc.Arbitrary<Choice>
const anyId = fc.integer({ min: 1, max: 40 }) as unknown as fc.Arbitrary<ProductId>
const anyCard: fc.Arbitrary<Card> = fc
  .tuple(anyId, anyChoice, fc.array(anyChoice, { maxLength: 2 }), fc.array(anyId, { maxLength: 2 }))
  .map(([product, choice, otherwise, apart]) => ({ product, ...choice, otherwise, apart }))
const anyPlacement: fc.Arbitrary<FilledPlacement> = fc.record({
  placement: fc.constantFrom(...EVERY_PLACEMENT),
  slots: fc.array(
    fc.record({
      lock: fc.constantFrom(...LOCKS),
      slot: fc.array(anyCard, { maxLength: 15 }).map((cards) => ({ kind: 'filled' as const, cards })),
    }),
    { maxLength: 3 },
  ),
})
const anyPage = fc.uniqueArray(anyPlacement, { selector: ({ placement }) => placement, maxLength: 4 })

const idsIn = (list: string | null) => (JSON.parse(list ?? '[]') as string[]).map((gid) => Number(gid.split('/').at(-1)))

test('a list holds what a rule offers on the product’s page at any moment, at most ten, each once, and nothing else', () =>
  fc.assert(
    fc.property(anyPage, (page) => {
      const listed = idsIn(listBeside(page))
      const cards = page
        .filter(({ placement }) => placement === 'product-page')
        .flatMap(({ slots }) => slots.flatMap(({ slot }) => (slot.kind === 'filled' ? slot.cards : [])))
      const byRule = cards.filter((card) => [card, ...card.otherwise!].some(({ reason, guard }) => reason.by === 'rule' && !guard))
      expect(listed.length).toBeLessThanOrEqual(10)
      expect(new Set(listed).size).toBe(listed.length)
      expect(listed.filter((id) => !byRule.some(({ product }) => product === id))).toEqual([])
      if (byRule.length > 0) expect(listed[0]).toBe(byRule[0]!.product)
    }),
  ))

test('what is never shown beside another does not follow it in a list', () => {
  const card = (product: number, ...apart: number[]): Card => ({ product: product as ProductId, reason: rule, apart: apart as ProductId[] })
  const page = (...cards: Card[]): FilledPlacement[] => [
    { placement: 'product-page', slots: [{ lock: 'locked', slot: { kind: 'filled', cards } }] },
  ]
  expect(idsIn(listBeside(page(card(1), card(2, 1), card(3, 2))))).toEqual([1, 3])
  expect(listBeside(page())).toBeNull()
})

test('lists are the same however they are written', () => {
  expect(isSameList('["a", "b"]', '["a","b"]')).toBe(true)
  expect(isSameList('["a","b"]', '["b","a"]')).toBe(false)
  expect(isSameList(null, '[]')).toBe(false)
  expect(isSameList('no list', 'no list')).toBe(true)
})
