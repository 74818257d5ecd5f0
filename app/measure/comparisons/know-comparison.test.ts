import { expect, it } from 'vitest'
import { luckOf, type Luck } from '../../../test/a/luck.ts'
import type { Epoch } from '../arms/epochs.ts'
import { ALPHA, fixTerms } from '../arms/terms.ts'
import { strataOf, type ArmTotal } from '../boards/strata-of.ts'
import { addMoments, addVisitor, NOTHING_BOUGHT, noMoments } from '../ledger/moments.ts'
import { estimate } from '../statistics/estimate.ts'
import { fixedInterval } from '../statistics/interval.ts'
import type { ComparisonKnown, ComparisonPlan } from './comparison.ts'
import { betterOf, endingOf, knowComparison } from './know-comparison.ts'

const epoch = (number: number, share: number): Epoch => ({ number, share, terms: fixTerms([], 180), startsAt: number })
const PLAN: ComparisonPlan = { days: 28, of: 'revenue', tunedFor: 5_600, smallest: null, visitorsPerDay: 200 }
const [NOW, LAST] = [new Date('2026-11-10T00:00:00Z'), new Date('2026-11-28T00:00:00Z')]
const nobody = noMoments()
addVisitor(nobody, NOTHING_BOUGHT, 1)

type Half = ArmTotal & { moments: number[] }
const half = (of: 'a' | 'b', number = 1): Half => ({ epoch: number, isHeldOut: of === 'a', moments: noMoments() })

function visit(into: Half, visitors: number, bought: readonly number[]): void {
  const idle = visitors - bought.length
  addMoments(into.moments, nobody.map((sum) => sum * idle)) // prettier-ignore
  for (const amount of bought) addVisitor(into.moments, { ...NOTHING_BOUGHT, buyers: 1, orders: 1, cappedOffered: amount }, 1)
}
/** A day of a hundred visitors, of whom so many in a thousand buy something for up to 20.00. */
function aDay(into: Half, perThousand: number, luck: Luck): void {
  visit(into, 100, Array.from({ length: 100 }, () => luck.next()).flatMap((one) => (one < perThousand / 1_000 ? [luck.between(500, 2_000)] : []))) // prettier-ignore
}

/** What is known at the end of each day of a comparison of two rules by which so many in a thousand buy. */
function eachDay(seed: string, a: number, b: number, see: (totals: readonly Half[]) => void): void {
  const luck = luckOf(seed)
  const totals = [half('a'), half('b')] as const
  for (let day = 0; day < PLAN.days; day += 1) {
    aDay(totals[0], a, luck)
    aDay(totals[1], b, luck)
    see(totals)
  }
}
const know = (totals: readonly Half[], epochs = [epoch(1, 0.1)]) => knowComparison(totals, epochs, PLAN)

it('says of two rules that bring the same that they differ in no more shops than it may, looked at daily; a naive look does', () => {
  const shops = 300
  const ever = { told: 0, naive: 0 }
  for (let shop = 0; shop < shops; shop += 1) {
    let [isTold, isNaive] = [false, false]
    eachDay(`same-${shop}`, 60, 60, (totals) => {
      isTold ||= betterOf(know(totals)) !== null
      const found = estimate(strataOf(totals, [epoch(1, 0.5)], 'cappedOffered', 'before'), 'adjusted')
      const naive = found && fixedInterval(found, ALPHA)
      isNaive ||= naive !== null && (naive.low > 0 || naive.high < 0)
    })
    ever.told += Number(isTold)
    ever.naive += Number(isNaive)
  }
  expect(ever.told / shops).toBeLessThanOrEqual(ALPHA)
  expect(ever.naive / shops).toBeGreaterThan(2 * ALPHA)
})

it('finds which brings more, whichever it is, and ends by that before its last day', () => {
  for (const [a, b, better] of [
    [40, 100, 'b'],
    [100, 40, 'a'],
  ] as const) {
    const found: (string | null)[] = []
    eachDay(`other-${better}`, a, b, (totals) => {
      const known = know(totals)
      if (endingOf(known, { now: NOW, endsAt: LAST, mayTell: true }) === 'told') found.push(betterOf(known))
    })
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found)).toEqual(new Set([better]))
  }
})

const TOLD: ComparisonKnown = {
  visitors: { a: 500, b: 510 },
  isUneven: false,
  difference: { a: 10, b: 15, value: 5, low: 2, high: 8 },
}
const OPEN: ComparisonKnown = { ...TOLD, difference: { ...TOLD.difference!, low: -1 } }

it.each([
  ['goes on while nothing is known', OPEN, NOW, true, null],
  ['ends once something is', TOLD, NOW, true, 'told'],
  ['ends on its last day whatever is known', OPEN, LAST, true, 'last-day'],
  ['tells nothing while the shop’s visitors are not to be believed', TOLD, NOW, false, null],
  ['… not on its last day either', TOLD, LAST, false, 'last-day'],
  ['tells nothing where one half lacks visitors', { ...TOLD, isUneven: true }, NOW, true, null],
  ['tells nothing of too few', { ...TOLD, difference: null }, NOW, true, null],
] as const)('%s', (_, known, now, mayTell, ending) => expect(endingOf(known, { now, endsAt: LAST, mayTell })).toBe(ending))

it('compares within epochs, whatever share is held out of offers in each', () => {
  const totals = [half('a', 1), half('b', 1), half('a', 2), half('b', 2)]
  // Far more is bought in the second, in which more come to A.
  for (const [at, visitors, buyers] of [
    [0, 1_000, 20],
    [1, 1_000, 20],
    [2, 1_050, 210],
    [3, 950, 190],
  ] as const)
    visit(totals[at]!, visitors, new Array<number>(buyers).fill(1_000))
  const { visitors, isUneven, difference } = know(totals, [epoch(1, 0.1), epoch(2, 0)])
  expect({ visitors, isUneven }).toEqual({ visitors: { a: 2_050, b: 1_950 }, isUneven: false })
  expect(difference!.value).toBeCloseTo(0, 6)
})

it('says so where one half lacks more visitors than chance explains', () => {
  const totals = [half('a'), half('b')]
  visit(totals[0]!, 20_000, [])
  visit(totals[1]!, 17_000, [])
  expect(know(totals)).toMatchObject({ isUneven: true, difference: null })
})
