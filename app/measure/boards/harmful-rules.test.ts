import { expect, it } from 'vitest'
import type { RuleId } from '#app/commerce/ids.ts'
import type { Epoch } from '../arms/epochs.ts'
import { fixTerms } from '../arms/terms.ts'
import { addMoments, addVisitor, NOTHING_BOUGHT, noMoments } from '../ledger/moments.ts'
import type { Scope } from '../ledger/scopes-of.ts'
import { harmfulRules } from './harmful-rules.ts'

const EPOCHS: readonly Epoch[] = [{ number: 1, share: 0.5, terms: fixTerms([], 180), startsAt: 0 }]
const BUYER = { ...NOTHING_BOUGHT, buyers: 1, orders: 1, revenue: 1_000, cappedRevenue: 1_000, units: 1, otherUnits: 1 }

/** Both arms of one rule, each of 10,000 visitors, of whom so many in a thousand buy. */
function arms(rule: string, buy: { readonly shown: number; readonly heldOut: number }) {
  return (['shown', 'heldOut'] as const).map((arm) => {
    const [buyer, nobody, moments] = [noMoments(), noMoments(), noMoments()]
    addVisitor(buyer, BUYER, 1)
    addVisitor(nobody, NOTHING_BOUGHT, 1)
    const times = (one: readonly number[], count: number) =>
      addMoments(
        moments,
        one.map((sum) => sum * count),
      )
    times(buyer, buy[arm] * 10)
    times(nobody, 10_000 - buy[arm] * 10)
    return { epoch: 1, scope: `rule/${rule}` as Scope, isHeldOut: arm === 'heldOut', moments }
  })
}
const harmful = (totals: ReturnType<typeof arms>, ...watched: readonly string[]) =>
  harmfulRules(totals, EPOCHS, new Set(watched as RuleId[]))

const WORSE = { shown: 30, heldOut: 50 }
const SAME = { shown: 50, heldOut: 50 }

it('finds the rule beside whose offers fewer buy, and by how much', () => {
  const [found, ...others] = harmful(
    [...arms('worse', WORSE), ...arms('same', SAME), ...arms('better', { shown: 70, heldOut: 50 })],
    'worse',
    'same',
    'better',
  )
  expect(others).toEqual([])
  expect(found?.rule).toBe('worse')
  expect(found!.low).toBeLessThan(-0.02)
  expect(found!.high).toBeGreaterThan(-0.02)
  expect(found!.high).toBeLessThan(0)
})

it('says nothing of a rule that nobody watches', () => expect(harmful(arms('worse', WORSE), 'another')).toEqual([]))

it('asks for more of one among many', () => {
  const rather = arms('rather', { shown: 42, heldOut: 53 })
  const many = Array.from({ length: 60 }, (_, nth) => `same-${nth}`)
  expect(harmful(rather, 'rather')).toHaveLength(1)
  expect(harmful([...rather, ...many.flatMap((rule) => arms(rule, SAME))], 'rather', ...many)).toEqual([])
})
