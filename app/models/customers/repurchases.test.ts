import { expect, it } from 'vitest'
import { trailsOf } from '#app/signals/trails.ts'
import { aLog } from '../../../test/a/log.ts'
import { boughtBy, estimateRepurchases } from './repurchases.ts'

const [COFFEE, POT, RUG] = [0, 1, 2]

/** Each basket is of the next of four customers, a day after the last. */
function shopOf(baskets: readonly (readonly number[])[], customers = baskets.map((_, at) => at % 4)) {
  const log = { ...aLog(baskets, { products: 3 }), customers: Int32Array.from(customers), customerCount: 4 }
  return { log, trails: trailsOf(log) }
}

it('what three customers came back for is bought again, after the middle one of all waits', () => {
  const { log, trails } = shopOf([[COFFEE, POT], [COFFEE], [COFFEE, RUG], [COFFEE], [COFFEE], [COFFEE, POT], [COFFEE], [], [COFFEE]])
  const { usual } = estimateRepurchases(log, trails)
  expect([usual[COFFEE], usual[POT], usual[RUG]]).toEqual([4, NaN, NaN])
})

it('what a few of very many came back for is not', () => {
  const often = Array.from({ length: 12 }, (_, at) => [at < 3 ? POT : COFFEE])
  const { log, trails } = shopOf(often, [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2])
  expect(estimateRepurchases(log, trails).usual[POT]).toBeNaN()
  expect(estimateRepurchases(log, trails).usual[COFFEE]).toBe(3)
})

it('who bought a thing twice on one day did not come back for it', () => {
  const { log, trails } = shopOf(Array(8).fill([COFFEE]), [0, 0, 1, 1, 2, 2, 3, 3])
  const sameDay = { ...log, at: new Float64Array(8) }
  expect(estimateRepurchases(sameDay, trails).usual[COFFEE]).toBeNaN()
  expect(boughtBy(sameDay, trails, 0).get(COFFEE)).toEqual({ lastAt: 0, own: undefined })
})

it('a customer’s own waits are their own', () => {
  const { log, trails } = shopOf([[COFFEE], [COFFEE], [COFFEE, POT], [COFFEE], [RUG]], [0, 1, 0, 0, 0])
  const bought = boughtBy(log, trails, 0)
  expect(bought.get(COFFEE)).toEqual({ lastAt: 3, own: 2 })
  expect(bought.get(POT)).toEqual({ lastAt: 2, own: undefined })
  expect([...bought.keys()]).toEqual([COFFEE, POT, RUG])
})
