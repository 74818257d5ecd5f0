import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Failure, Outcome } from './outcome.ts'
import { persist } from './persist.ts'
import { MOST_TRIES, MOST_TURNS, pauseBefore } from './retry-policy.ts'

const cost = fc.record({
  requested: fc.integer({ min: 1, max: 1000 }),
  actual: fc.constant(0),
  throttle: fc.record({
    maximum: fc.integer({ min: 1, max: 4000 }),
    available: fc.integer({ min: 0, max: 4000 }),
    restoreRate: fc.integer({ min: 0, max: 1000 }),
  }),
})
const why = fc.constant('storm')
const undone: fc.Arbitrary<Failure> = fc.oneof(
  fc.record({ kind: fc.constant('throttled' as const), cost: fc.option(cost, { nil: undefined }) }),
  fc.record({ kind: fc.constant('too-many' as const), afterMs: fc.option(fc.nat(20_000), { nil: undefined }) }),
)
const unknown: fc.Arbitrary<Failure> = fc.oneof(
  fc.record({ kind: fc.constant('faltering' as const), why }),
  fc.record({ kind: fc.constant('unreachable' as const), why }),
)
const final: fc.Arbitrary<Failure> = fc.oneof(
  fc.constant<Failure>({ kind: 'access-lost' }),
  fc.record({ kind: fc.constant('refused' as const), why }),
)
const luck = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const terms = fc.record({ repeatable: fc.boolean(), patience: fc.nat(200_000) })

/** Meets the failures one after the other, then the answer. */
async function meet(failures: readonly Failure[], given: { repeatable: boolean; patience: number }, chance: number) {
  const pauses: number[] = []
  let asked = 0
  const attempt = (): Promise<Outcome<string>> => Promise.resolve(failures[asked++] ?? { kind: 'answered', data: 'good', cost: undefined })
  const wait = (pause: number) => Promise.resolve(pauses.push(pause))
  const outcome = await persist(attempt, given, { luck: () => chance, wait })
  return { outcome, pauses, asked }
}

test('pauses are whole, positive and together within the patience; asks are bounded', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(undone, unknown), { maxLength: 120 }), terms, luck, async (failures, given, chance) => {
      const { pauses, asked } = await meet(failures, given, chance)
      for (const pause of pauses) expect(pause).toBe(Math.max(0, Math.round(pause)))
      expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(given.patience)
      expect(asked).toBeLessThanOrEqual(MOST_TRIES + MOST_TURNS)
      expect(asked).toBe(pauses.length + 1)
    }),
  ))

test('what may have been done is never asked twice unless that does no harm', () =>
  fc.assert(
    fc.asyncProperty(unknown, fc.nat(200_000), luck, async (failure, patience, chance) => {
      expect((await meet([failure], { repeatable: false, patience }, chance)).asked).toBe(1)
      expect((await meet([failure], { repeatable: true, patience: 60_000 }, chance)).outcome.kind).toBe('answered')
    }),
  ))

test('a refusal and a lost access are final', () =>
  fc.assert(
    fc.asyncProperty(final, terms, luck, async (failure, given, chance) => {
      expect(await meet([failure], given, chance)).toMatchObject({ outcome: failure, asked: 1, pauses: [] })
    }),
  ))

test('a bucket is waited for until it holds what is needed, and no longer', () =>
  fc.assert(
    fc.property(cost, luck, (asked, chance) => {
      const pause = pauseBefore(
        { kind: 'throttled', cost: asked },
        { tries: 0, turns: 1, waited: 0 },
        { repeatable: false, patience: 1e9 },
        chance,
      )
      const { requested, throttle } = asked
      const never = requested > throttle.maximum || throttle.restoreRate === 0
      expect(pause === undefined).toBe(never)
      const after = (ms: number) => throttle.available + (throttle.restoreRate * ms) / 1000
      if (pause !== undefined) expect(after(pause)).toBeGreaterThanOrEqual(requested - 1e-9)
      if (pause !== undefined && pause > 1) expect(after(pause - 1)).toBeLessThan(requested)
    }),
  ))

test('Retry-After is never undercut', () =>
  fc.assert(
    fc.property(fc.nat(30_000), luck, (afterMs, chance) => {
      const pause = pauseBefore(
        { kind: 'too-many', afterMs },
        { tries: 1, turns: 0, waited: 0 },
        { repeatable: false, patience: 60_000 },
        chance,
      )
      expect(pause).toBeGreaterThanOrEqual(afterMs)
      expect(pause).toBeLessThanOrEqual(afterMs + 500)
    }),
  ))

test('those who fail together come back apart, later each time', () => {
  const pause = (tries: number, chance: number) =>
    pauseBefore({ kind: 'faltering', why: '503' }, { tries, turns: 0, waited: 0 }, { repeatable: true, patience: 1e9 }, chance)
  expect(pause(1, 0)).toBe(200)
  expect(pause(1, 0.5)).toBe(300)
  expect(pause(4, 0)).toBe(1_600)
  expect(pause(MOST_TRIES, 0)).toBeUndefined()
})
