import { expect, it } from 'vitest'
import { luckOf } from '../../../test/a/luck.ts'
import type { Epoch } from '../arms/epochs.ts'
import { fixTerms } from '../arms/terms.ts'
import { addMoments, addVisitor, noMoments, NOTHING_BOUGHT } from '../ledger/moments.ts'
import type { Outcomes } from '../ledger/outcomes.ts'
import { byScope } from './by-scope.ts'
import { crossSellBoard, type KnownSoFar } from './cross-sell-board.ts'
import { ribbonOf } from './ribbon-of.ts'
import type { ArmTotal } from './strata-of.ts'

const terms = { ...fixTerms([], 90), money: { most: 20_000, usual: 2_000 }, units: { most: 20, usual: 2 }, tunedFor: 20_000 }
const epochs: readonly Epoch[] = [{ number: 1, share: 0.5, terms, startsAt: 0 }]
/** One order of a toy at 20.00, and with it or without the cells at 5.00 that were offered. */
const bought = (withCells: boolean, costed = false): Outcomes => ({
  ...NOTHING_BOUGHT,
  ...{ buyers: 1, orders: 1, units: withCells ? 2 : 1, otherUnits: 1 },
  ...{ revenue: withCells ? 2_500 : 2_000, cappedRevenue: withCells ? 2_500 : 2_000 },
  ...(withCells && { offeredRevenue: 500, cappedOffered: 500, offeredUnits: 1, attachedOrders: 1 }),
  ...(withCells && costed && { offeredProfit: 200, costedUnits: 1 }),
})

/** Of so many visitors a tenth buys, and of those so many take the cells. */
function arm(isHeldOut: boolean, visitors: number, attach: number, costed = false): ArmTotal & { scope: 'all' } {
  const luck = luckOf(isHeldOut ? 'held out' : 'shown')
  const moments = noMoments()
  for (let one = 0; one < visitors; one += 1)
    addVisitor(moments, luck.chance(0.1) ? bought(luck.chance(attach), costed) : NOTHING_BOUGHT, 1)
  return { epoch: 1, isHeldOut, moments, scope: 'all' }
}

const known = (totals: readonly ArmTotal[], more: Partial<KnownSoFar> = {}) =>
  crossSellBoard({ totals, epochs, unknownOrders: 0, isForged: false, visitorsPerDay: 200, ...more })!
const both = (shown: number, heldOut: number, costed = false) => [arm(false, 10_000, shown, costed), arm(true, 10_000, heldOut, costed)]

it('says that offers add where they do, by what is left of them where costs are known', () => {
  const board = known(both(0.5, 0.1))
  expect([board.verdict.kind, board.of, board.visitors]).toEqual(['adds', 'revenue', { shown: 10_000, heldOut: 10_000 }])
  expect(board.headline!.effect).toBeGreaterThan(15)
  expect(board.headline!.interval.low).toBeLessThan(board.headline!.fixed.low)
  expect(known(both(0.5, 0.1, true)).of).toBe('profit')
})

it('says that it does not know where nothing happens, and that offers cost where fewer buy what is offered', () => {
  expect(known(both(0.3, 0.3)).verdict.kind).toMatch(/not-known|too-small/)
  expect(known(both(0.1, 0.5)).verdict.kind).toBe('costs')
})

it('waits where visitors are lost, made up, or too many orders of no arm', () => {
  const whole = both(0.5, 0.1)
  expect(known([arm(false, 10_000, 0.5), arm(true, 8_000, 0.1)]).verdict).toEqual({ kind: 'waits', why: 'sample-ratio' })
  expect(known(whole, { isForged: true }).verdict).toEqual({ kind: 'waits', why: 'forged' })
  expect(known(whole, { unknownOrders: 0.6 }).verdict).toEqual({ kind: 'waits', why: 'unknown-orders' })
})

it('compares nothing while nobody is held out', () => {
  const board = crossSellBoard({
    totals: both(0.5, 0.1),
    epochs: [{ ...epochs[0]!, share: 0 }],
    unknownOrders: 0,
    isForged: false,
    visitorsPerDay: 200,
  })!
  expect([board.headline, board.verdict.kind]).toEqual([null, 'not-known'])
})

it('knows on its last day what the board knows', () => {
  const days = both(0.5, 0.1).flatMap(({ moments, ...rest }) => {
    const half = moments.map((sum) => sum / 2)
    return ['2026-11-01', '2026-11-02'].map((day) => ({ ...rest, day, moments: half }))
  })
  const ribbon = ribbonOf(days, epochs, 'cappedOffered')
  const { effect, interval } = known(both(0.5, 0.1)).headline!
  expect(ribbon.map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-02'])
  expect(ribbon[1]!.effect).toBeCloseTo(effect, 9)
  expect([ribbon[1]!.low, ribbon[1]!.high]).toEqual([expect.closeTo(interval.low, 9), expect.closeTo(interval.high, 9)])
  expect(ribbon[0]!.high - ribbon[0]!.low).toBeGreaterThan(interval.high - interval.low)
})

it('tells rules apart, and adds nothing up between them', () => {
  const of = (rule: string, shown: number) => both(shown, 0.1).map((total) => ({ ...total, scope: `rule/${rule}` as const }))
  const rules = byScope([...of('a', 0.5), ...of('b', 0.1)], epochs, 'rule/')
  expect(rules.map(({ scope, effect }) => [scope, effect?.isTold])).toEqual([
    ['rule/a', true],
    ['rule/b', false],
  ])
  const sum = noMoments()
  for (const { moments } of both(0.5, 0.1)) addMoments(sum, moments)
  expect(rules[0]!.visitors).toBe(20_000)
})
