import { expect, it } from 'vitest'
import { luckOf } from '../../../../test/a/luck.ts'
import type { CustomerId } from '#app/commerce/ids.ts'
import type { CustomerOrder } from '#app/signals/customer-order.ts'
import { fixTerms } from '../../arms/terms.ts'
import { openCustomerBoard } from './customer-board.ts'

const DAY = 24 * 60 * 60 * 1000
const NOW = 200 * DAY
const terms = { ...fixTerms([], 90), money: { most: 50_000, usual: 5_000 } }
const order = (customer: number, day: number, value = 5_000): CustomerOrder => ({
  customer: customer as CustomerId,
  at: day * DAY,
  value,
  visit: `visit ${customer}`,
})

/** Every second customer is held out of what is personal, every other pair of locked slots. */
const open = (begins = 20) =>
  openCustomerBoard({
    begins: begins * DAY,
    now: NOW,
    share: 0.5,
    lockedShare: 0.5,
    terms,
    isHeldOut: (customer) => customer % 2 === 1,
    isLockedOut: (visit) => Number(visit.split(' ')[1]) % 4 >= 2,
  })

/** Of customers who order on day 30, so many come back within 60 days, and half as many again at the end. */
function shopped(backShown: number, backHeldOut: number) {
  const board = open()
  const luck = luckOf('whoever comes back')
  for (let customer = 1; customer <= 4_000; customer += 1) {
    const back = customer % 2 === 1 ? backHeldOut : backShown
    const again = luck.chance(back) ? [order(customer, 31 + luck.below(55))] : []
    board.add([order(customer, 30), ...again])
  }
  return board.told()
}

it('says how many came back, in both groups, and how sure the difference is', () => {
  const { customers, isUneven, cameBack } = shopped(0.4, 0.3)
  expect([customers, isUneven]).toEqual([{ shown: 2_000, heldOut: 2_000 }, false])
  const last = cameBack.find(({ days }) => days === 60)!
  expect(last.shown).toBeCloseTo(0.4, 1)
  expect(last.heldOut).toBeCloseTo(0.3, 1)
  expect([last.interval.low > 0, last.interval.low < 0.1, last.interval.high > 0.1]).toEqual([true, true, true])
})

it('says nothing for certain where nothing happens', () => {
  const { cameBack, value } = shopped(0.3, 0.3)
  for (const { interval } of cameBack) expect([interval.low < 0, interval.high > 0]).toEqual([true, true])
  expect([value!.interval.low < 0, value!.interval.high > 0]).toEqual([true, true])
})

it('counts those whose time is not over for as long as they were seen', () => {
  const board = open()
  // Half of them ordered ten days ago, and could not have come back within thirty; of the others half did.
  const shopped = (customer: number, nth: number) =>
    nth % 2 === 0 ? [order(customer, 190)] : [order(customer, 100), ...(nth % 4 === 1 ? [order(customer, 120)] : [])]
  for (let nth = 0; nth < 200; nth += 1) {
    board.add(shopped(2 * nth + 2, nth))
    board.add([order(2 * nth + 3, nth % 2 === 0 ? 190 : 100)])
  }
  const [first] = board.told().cameBack
  expect(first).toMatchObject({ days: 30, shown: 0.5, heldOut: 0 })
})

it('begins a customer with the first order since they are told apart, and takes what was before into account', () => {
  const board = open(50)
  board.add([order(2, 10), order(2, 40)])
  expect(board.told().customers).toEqual({ shown: 0, heldOut: 0 })
  board.add([order(2, 40, 9_000), order(2, 60), order(2, 70)])
  const { customers, cohorts } = board.told()
  expect(customers).toEqual({ shown: 1, heldOut: 0 })
  expect(cohorts).toEqual([{ month: '1970-03', shown: { customers: 1, value: 10_000 }, heldOut: { customers: 0, value: 0 } }])
})

it('says whether the two help each other', () => {
  const board = open()
  const luck = luckOf('cells')
  for (let customer = 1; customer <= 4_000; customer += 1) {
    const hasBoth = customer % 2 === 0 && customer % 4 < 2
    board.add([order(customer, 30, 4_000 + luck.below(2_000) + (hasBoth ? 3_000 : 0))])
  }
  const { together } = board.told()
  expect([together!.low > 2_000, together!.high < 4_000]).toEqual([true, true])
})
