import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anEstimate } from '../../../test/a/estimate.ts'
import { sequence } from './interval.ts'
import { benjaminiHochberg, tellMany } from './many.ts'

const estimates = fc.array(
  fc.option(
    fc.record({ effect: fc.double({ min: -8, max: 8, noNaN: true }), visitors: fc.integer({ min: 100, max: 100_000 }) }).map(anEstimate),
  ),
  { minLength: 1, maxLength: 30 },
)

it('tells one alone as its sequence does', () => {
  fc.assert(
    fc.property(fc.double({ min: -6, max: 6, noNaN: true }), fc.integer({ min: 1, max: 1_000_000 }), (effect, visitors) => {
      const estimate = anEstimate({ effect, visitors })
      const { low, high } = sequence(estimate, 0.05, 20_000)
      fc.pre(Math.min(Math.abs(low), Math.abs(high)) > 1e-9)
      const [told] = tellMany([estimate], 0.05, 20_000)
      expect(told!.isTold).toBe(low > 0 || high < 0)
      expect(told!.interval.low).toBeCloseTo(low, 9)
    }),
  )
})

it('gives intervals that leave out 0 of all that are told, and hold it of all others', () => {
  fc.assert(
    fc.property(estimates, (all) => {
      for (const told of tellMany(all, 0.05, 20_000)) {
        if (!told) continue
        const { low, high } = told.interval
        expect(low > 1e-9 || high < -1e-9 || Math.min(Math.abs(low), Math.abs(high)) < 1e-9).toBe(
          told.isTold || Math.min(Math.abs(low), Math.abs(high)) < 1e-9,
        )
      }
    }),
  )
})

it('asks for more where more was tried', () => {
  const good = anEstimate({ effect: 3.2, visitors: 20_000 })
  const idle = anEstimate({ visitors: 20_000 })
  expect(tellMany([good], 0.05, 20_000)[0]!.isTold).toBe(true)
  const among = tellMany([good, ...Array.from({ length: 19 }, () => idle)], 0.05, 20_000)
  expect(among.map((one) => one!.isTold)).not.toContain(true)
  expect(among[0]!.interval.low).toBeLessThan(0)
  expect(tellMany([good, null, null, null, null], 0.05, 20_000)).toEqual([
    expect.objectContaining({ isTold: false }),
    null,
    null,
    null,
    null,
  ])
})

it('does as Benjamini and Hochberg do', () => {
  // Their example: 15 p-values, of which four are told at 0.05.
  const ps = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
  expect(benjaminiHochberg(ps, 0.05).filter(Boolean).length).toBe(4)
  expect(benjaminiHochberg([0.04, 0.045], 0.05)).toEqual([true, true])
  expect(benjaminiHochberg([], 0.05)).toEqual([])
})
