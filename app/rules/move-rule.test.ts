import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aRule } from '../../test/a/rule.ts'
import { moveRule, placeRule, settleRule } from './move-rule.ts'
import { LAST_PLACE } from './place.ts'
import { inPlace } from './resolve/resolve.ts'
import type { Rule } from './rule.ts'

const rules = fc
  .array(fc.record({ priority: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(LAST_PLACE)), fallback: fc.boolean() }), {
    minLength: 1,
    maxLength: 8,
  })
  .chain((all) =>
    fc
      .shuffledSubarray(
        all.map((_, at) => `r${at}`),
        { minLength: all.length },
      )
      .map((ids) => all.map((one, at) => aRule({ ...one, id: ids[at]! }))),
  )

const after = (all: readonly Rule[], edits: ReturnType<typeof moveRule>) =>
  all.map((rule) => edits.find(({ id }) => id === rule.id)?.is ?? rule)
const order = (all: readonly Rule[]) => inPlace(all).map(({ id }) => id)

it('a moved rule changes places with its neighbour, and no others change theirs', () => {
  fc.assert(
    fc.property(rules, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (all, nth, by) => {
      const before = order(all)
      const id = before[nth % before.length]!
      const at = before.indexOf(id)
      const other = all.find((rule) => rule.id === before[at + by])
      const wanted = [...before]
      if (other && other.fallback === all.find((rule) => rule.id === id)!.fallback) {
        wanted[at] = other.id
        wanted[at + by] = id
      }
      const moved = after(all, moveRule(all, id, by))
      expect(order(moved)).toEqual(wanted)
      for (const { priority } of moved) expect([priority >= 1, priority <= LAST_PLACE]).toEqual([true, true])
    }),
  )
})

it('moves nothing that is not there', () => expect(moveRule([aRule()], 'another', 1)).toEqual([]))

it('a rule that is dropped beside another comes to stand there, and no others change their order', () => {
  fc.assert(
    fc.property(rules, fc.nat(), fc.nat(), fc.constantFrom('before' as const, 'behind' as const), (all, nth, other, side) => {
      const before = order(all)
      const [id, beside] = [before[nth % before.length]!, before[other % before.length]!]
      const fallback = new Map(all.map((rule) => [rule.id as string, rule.fallback]))
      const others = before.filter((one) => one !== id)
      const places = order(after(all, placeRule(all, id, side, beside)))
      expect(places.filter((one) => one !== id)).toEqual(others)
      if (id === beside) expect(places).toEqual(before)
      else if (fallback.get(id) === fallback.get(beside)) expect(places[places.indexOf(beside) + (side === 'before' ? -1 : 1)]).toBe(id)
    }),
  )
})

it('a rule that is written with a priority that others have comes before them; none of them change places', () => {
  fc.assert(
    fc.property(rules, fc.constantFrom(1, 3, LAST_PLACE), fc.boolean(), (all, priority, fallback) => {
      const written = aRule({ id: 'written', priority, fallback })
      const settled = after([...all, written], settleRule(all, written))
      expect(order(settled).filter((id) => id !== 'written')).toEqual(order(all))
      const of = (id: string) => settled.find((rule) => rule.id === id)!
      expect(settled.filter((rule) => rule.fallback === fallback && rule.priority === of('written').priority)).toHaveLength(1)
      const ahead = all.filter((rule) => rule.fallback === fallback && rule.priority < priority).map(({ id }) => id)
      expect(order(settled.filter((rule) => rule.fallback === fallback)).indexOf(written.id)).toBe(ahead.length)
    }),
  )
})

it('rules that were of equal priority before, and are saved as they were, keep the order in which their pages show them', () => {
  const [a, b] = [aRule({ id: 'a', priority: 5 }), aRule({ id: 'b', priority: 5 })]
  expect(settleRule([a, b], { ...b, name: 'Another name' })).toEqual([])
  expect(order([b, a])).toEqual(['a', 'b'])
})
