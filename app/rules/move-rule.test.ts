import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aRule } from '../../test/a/rule.ts'
import { moveRule } from './move-rule.ts'
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
