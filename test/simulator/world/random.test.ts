import fc from 'fast-check'
import { expect, it } from 'vitest'
import { luckOf } from './random.ts'
import { weightedChoice } from './weighted-choice.ts'

it('repeats itself for the same seed', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const [one, other] = [luckOf(seed), luckOf(seed)]
      for (let draw = 0; draw < 20; draw++) expect(one.next()).toBe(other.next())
    }),
  )
})

it('forks without being shifted', () => {
  const [one, other] = [luckOf('seed'), luckOf('seed')]
  one.fork('branch').next()
  expect(one.next()).toBe(other.next())
})

it('stays within the bounds asked for', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -1000, max: 1000 }), fc.nat(1000), (seed, low, width) => {
      const drawn = luckOf(seed).between(low, low + width)
      expect(Number.isInteger(drawn) && drawn >= low && drawn <= low + width).toBe(true)
    }),
  )
})

it('spreads evenly', () => {
  const luck = luckOf('even')
  const counts = Array.from({ length: 10 }, () => 0)
  for (let draw = 0; draw < 20_000; draw++) {
    const bin = luck.below(10)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200)
})

it('never chooses what weighs nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.nat(3)), (seed, weights) => {
      const chosen = weightedChoice(weights, (weight) => weight)(luckOf(seed))
      if (weights.some((weight) => weight > 0)) expect(chosen).toBeGreaterThan(0)
      else expect(chosen).toBeUndefined()
    }),
  )
})

it('chooses in proportion to the weights', () => {
  const luck = luckOf('proportion')
  const choose = weightedChoice(['rare', 'common'], (thing) => (thing === 'rare' ? 1 : 3))
  const draws = Array.from({ length: 10_000 }, () => choose(luck))
  expect(draws.filter((draw) => draw === 'rare').length / draws.length).toBeCloseTo(0.25, 1)
})
