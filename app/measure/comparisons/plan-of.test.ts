import { expect, it } from 'vitest'
import { luckOf } from '../../../test/a/luck.ts'
import { fixTerms } from '../arms/terms.ts'
import { addVisitor, NOTHING_BOUGHT, noMoments } from '../ledger/moments.ts'
import { COMPARISON_DAYS } from './comparison.ts'
import { betterOf, knowComparison } from './know-comparison.ts'
import { planOf, type ComparedPast } from './plan-of.ts'

const TERMS = fixTerms([], 180)
/** Of 36,000 visitors 1,800 bought for 5.00 to 20.00: 0.625 each. */
const PAST: ComparedPast = {
  visitorsPerDay: 200,
  values: Array.from({ length: 1_800 }, (_, at) => 500 + (at % 4) * 500),
  days: 180,
  isCosted: false,
  money: TERMS.money,
}

it('tells smaller differences with more days, and with more visitors', () => {
  const smallest = COMPARISON_DAYS.map((days) => planOf(PAST, days).smallest!)
  expect(smallest).toEqual(smallest.toSorted((a, b) => b - a))
  expect(planOf({ ...PAST, visitorsPerDay: 400, values: [...PAST.values, ...PAST.values] }, 28).smallest).toBeLessThan(smallest[1]!)
})

it('says nothing of too few who buy, or of nobody; and is tuned for those who are to come, or for two thousand', () => {
  expect(planOf({ ...PAST, values: PAST.values.slice(0, 20) }, 14).smallest).toBeNull()
  expect(planOf({ ...PAST, values: [], visitorsPerDay: 0 }, 14)).toMatchObject({ smallest: null, tunedFor: 2_000 })
  expect(planOf(PAST, 28)).toMatchObject({ of: 'revenue', tunedFor: 5_600, days: 28 })
  expect(planOf({ ...PAST, isCosted: true }, 28).of).toBe('profit')
})

it('is kept: a difference of the smallest size is told by the last day in most shops that have one', () => {
  const plan = planOf(PAST, 28)
  const more = plan.smallest! / 62.5
  let told = 0
  const shops = 40
  for (let shop = 0; shop < shops; shop += 1) {
    const luck = luckOf(`smallest-${shop}`)
    const totals = [false, true].map((isHeldOut) => ({ epoch: 1, isHeldOut, moments: noMoments() }))
    const isTold = () => betterOf(knowComparison(totals, [{ number: 1, share: 0.1, terms: TERMS, startsAt: 0 }], plan)) === 'b'
    let ended = false
    for (let day = 0; day < plan.days && !ended; day += 1) {
      for (const { isHeldOut, moments } of totals)
        for (let visitor = 0; visitor < 100; visitor += 1) {
          const buys = luck.chance(isHeldOut ? 0.05 : 0.05 * (1 + more))
          const bought = buys ? { ...NOTHING_BOUGHT, buyers: 1, orders: 1, cappedOffered: 500 + 500 * luck.below(4) } : NOTHING_BOUGHT
          addVisitor(moments, bought, 1)
        }
      ended = isTold()
    }
    told += Number(ended)
  }
  // 80 in a hundred, less three standard errors of 40 shops.
  expect(told / shops).toBeGreaterThan(0.61)
})
