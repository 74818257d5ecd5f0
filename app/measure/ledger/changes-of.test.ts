import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { aLine, aReadOrder } from '../../../test/a/order.ts'
import { changesOf, standingKey } from './changes-of.ts'
import { countVisitor, type Counted, type OfferedRow } from './count-visitor.ts'
import { addMoments, addVisitor, momentOf, noMoments, totalOf } from './moments.ts'
import { OUTCOMES, type Outcomes } from './outcomes.ts'

const DAY = 24 * 60 * 60 * 1000
const wide = { most: 1_000_000, usual: 1_000 }
const worthOf = () => ({ costs: new Map<never, never>(), terms: { money: wide, units: wide } })
const row = (at: number, epoch = 1, soldBy = 'product-page/rule/r1', product = 1): OfferedRow => ({
  epoch,
  product: product as ProductId,
  soldBy,
  isHeldOut: false,
  at,
})

it('knows every sum and every product of two outcomes', () => {
  const moments = noMoments()
  const visitors = [1, 2].map((by) => Object.fromEntries(OUTCOMES.map((name, at) => [name, by * (at + 1)])) as Outcomes)
  for (const outcomes of visitors) addVisitor(moments, outcomes, 1)
  for (const [at, one] of OUTCOMES.entries())
    for (const [beside, other] of OUTCOMES.entries()) {
      expect(momentOf(moments, one, other)).toBe(5 * (at + 1) * (beside + 1))
      expect(momentOf(moments, other, one)).toBe(momentOf(moments, one, other))
    }
})

it('counts in each scope from its own first slot, and in an epoch until the next one is come by', () => {
  const rows = [row(10 * DAY), row(12 * DAY, 1, 'cart-page/rule/r2'), row(20 * DAY, 2)]
  const orders = [aReadOrder({ processedAt: 11 * DAY, lines: [aLine()] }), aReadOrder({ processedAt: 21 * DAY, lines: [aLine()] })]
  const counted = countVisitor(rows, orders, worthOf)
  const revenue = Object.fromEntries(counted.map(({ epoch, scope, outcomes }) => [`${epoch} ${scope}`, outcomes.revenue]))
  expect(revenue).toEqual({
    '1 all': 1_000,
    '1 placement/product-page': 1_000,
    '1 rule/r1': 1_000,
    '1 placement/cart-page': 0,
    '1 rule/r2': 0,
    '2 all': 1_000,
    '2 placement/product-page': 1_000,
    '2 rule/r1': 1_000,
  })
})

/** What happens to visitors, in batches that are each counted once. */
const history = fc.array(
  fc.array(
    fc.record({
      visitor: fc.constantFrom('a', 'b', 'c'),
      at: fc.integer({ min: 0, max: 60 }),
      epoch: fc.constantFrom(1, 2),
      pieces: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 4 },
  ),
  { maxLength: 6 },
)

it('keeps totals the sum over visitors, in whatever batches they are counted and however often', () => {
  fc.assert(
    fc.property(history, fc.boolean(), (batches, isTwice) => {
      const known = new Map<string, { rows: OfferedRow[]; orders: ReturnType<typeof aReadOrder>[] }>()
      const standing = new Map<string, Outcomes>()
      const totals = new Map<string, number[]>()
      const count = (visitors: Iterable<string>) => {
        const counted = new Map<string, Counted[]>()
        for (const visitor of visitors) {
          const { rows, orders } = known.get(visitor)!
          counted.set(visitor, countVisitor(rows, orders, worthOf))
        }
        const changes = changesOf(counted, standing)
        for (const { visitor, epoch, scope, outcomes } of changes.changed) standing.set(standingKey(visitor, epoch, scope), outcomes)
        for (const { epoch, scope, isHeldOut, moments } of changes.totals) {
          const key = `${epoch}|${scope}|${isHeldOut}`
          const total = totals.get(key) ?? noMoments()
          totals.set(key, total)
          addMoments(total, moments)
        }
      }
      for (const batch of batches) {
        for (const { visitor, at, epoch, pieces } of batch) {
          const one = known.get(visitor) ?? { rows: [], orders: [] }
          known.set(visitor, one)
          one.rows.push(row(at * DAY, epoch))
          if (pieces > 0) one.orders.push(aReadOrder({ processedAt: (at + 1) * DAY, lines: [aLine({ quantity: pieces })] }))
        }
        const due = new Set(batch.map(({ visitor }) => visitor))
        count(due)
        if (isTwice) count(due)
      }
      const anew = new Map<string, number>()
      for (const { rows, orders } of known.values())
        for (const { epoch, scope, isHeldOut, outcomes } of countVisitor(rows, orders, worthOf)) {
          const key = `${epoch}|${scope}|${isHeldOut}`
          anew.set(key, (anew.get(key) ?? 0) + outcomes.revenue)
        }
      expect(Object.fromEntries([...totals].map(([key, moments]) => [key, totalOf(moments, 'revenue')]))).toEqual(Object.fromEntries(anew))
    }),
  )
})
