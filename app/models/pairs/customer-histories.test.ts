import { describe, expect, it } from 'vitest'
import { collectOfCustomer } from '#app/models/candidates/collect-of-customer.ts'
import { column, WIDTH } from '#app/models/candidates/columns.ts'
import { claim, clear, makeWorkspace, type Workspace } from '#app/models/candidates/workspace.ts'
import { aLog } from '../../../test/a/log.ts'
import { summarizeHistories } from './customer-histories.ts'

const [TEA, POT, MUG, RUG] = [0, 1, 2, 3]
/** Customer 0 buys tea every ten days, and a pot once; customer 1 bought tea and a mug; customer 2 a rug. */
const log = {
  ...aLog([[TEA, POT], [TEA, MUG], [TEA], [RUG], [TEA]], { days: 5 }),
  customers: Int32Array.from([0, 1, 0, 2, 0]),
  customerCount: 4,
}
const histories = summarizeHistories(log)

function about(space: Workspace, item: number) {
  const at = claim(space, item) * WIDTH
  return (name: keyof typeof column) => space.x[at + column[name]]!
}

describe('learnHabits', () => {
  it('tells what is bought again from what is not, and how soon', () => {
    expect(histories.again[TEA]).toBeGreaterThan(histories.again[RUG]!)
    expect(histories.period[TEA]).toBeCloseTo(1)
    expect([...histories.buyers.subarray(histories.buyersFrom[TEA]!, histories.buyersFrom[TEA + 1]!)]).toEqual([0, 1])
  })
})

describe('learnHabits, counted by hand', () => {
  // Days 0, 10, … : customer 0 buys tea on 0, 10 and 30, a mug on 0 and 30; customer 1 a pot on 20 and 40, and tea on 40.
  const byHand = summarizeHistories({
    ...aLog([[TEA, MUG], [TEA], [POT], [TEA, MUG], [POT, TEA], [RUG]], { days: 10 }),
    customers: Int32Array.from([0, 0, 1, 0, 1, 2]),
    customerCount: 3,
  })
  // Buyers: tea 2, pot 1, mug 1, rug 1. Who came back for it: tea 1, pot 1, mug 1. Five buyers' worth of the shop's mean, 3 in 5.
  const again = { [TEA]: [1, 2], [POT]: [1, 1], [MUG]: [1, 1], [RUG]: [0, 1] } as const
  // Days waited in all, and how often: tea 10 + 20, pot 20, mug 30; the mean is 80 in 4. Told in the shop's own gaps.
  const waits = { [TEA]: [30, 2], [POT]: [20, 1], [MUG]: [30, 1], [RUG]: [0, 0] } as const

  it.each([TEA, POT, MUG, RUG])('leans on the shop’s mean as long as few bought product %i', (item) => {
    const [returned, buyers] = again[item]!
    expect(byHand.again[item]).toBeCloseTo((returned + 5 * (3 / 5)) / (buyers + 5), 6)
    const [days, times] = waits[item]!
    const { gap } = byHand.trails
    expect(byHand.period[item]).toBeCloseTo((days / gap + 5 * (80 / gap / 4)) / (times + 5), 5)
  })

  it('lists the buyers of each product, the latest first', () => {
    const buyersOf = (item: number) => [...byHand.buyers.subarray(byHand.buyersFrom[item]!, byHand.buyersFrom[item + 1]!)]
    expect([TEA, POT, MUG, RUG].map((item) => buyersOf(item!))).toEqual([[1, 0], [1], [0], [2]])
  })
})

describe('gatherCustomer', () => {
  it('knows how often and how long ago the customer bought a product, and what customers alike bought', () => {
    const space = makeWorkspace({ products: 4, others: 4, head: 0, candidates: 10, alike: 10, width: WIDTH })
    clear(space)
    collectOfCustomer(histories, space, { given: [], unsold: false, customer: 0, at: 30 })
    const tea = about(space, TEA)
    expect([tea('times'), tea('lastGaps'), tea('lastAgo'), tea('firstGaps')]).toEqual([3, 1, 1, 3])
    expect(about(space, POT)('lastGaps')).toBe(3)
    expect(about(space, MUG)('alike')).toBeGreaterThan(0)
    expect(about(space, MUG)('taste')).toBeGreaterThan(0)
    expect(about(space, RUG)('alike')).toBe(0)
    expect([...space.likeness]).toEqual([0, 0, 0, 0])
  })

  it('adds nothing for a customer without a past', () => {
    const space = makeWorkspace({ products: 4, others: 4, head: 0, candidates: 10, alike: 10, width: WIDTH })
    clear(space)
    collectOfCustomer(histories, space, { given: [], unsold: false, customer: 3, at: 30 })
    expect(space.count).toBe(0)
  })
})
