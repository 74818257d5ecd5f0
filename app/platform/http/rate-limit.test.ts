import fc from 'fast-check'
import { expect, it } from 'vitest'
import { limitRate } from './rate-limit.ts'

it('lets a burst and then a steady rate pass under each name, and never more', () => {
  const steps = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 500 }), name: fc.constantFrom('a', 'b') }), { maxLength: 200 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 20 }), steps, (perSecond, burst, asked) => {
      let time = 0
      const allow = limitRate(perSecond, burst, () => time)
      const passed = new Map<string, number>()
      for (const { wait, name } of asked) {
        time += wait
        const most = burst + (time / 1000) * perSecond
        const before = passed.get(name) ?? 0
        if (allow(name)) passed.set(name, before + 1)
        expect(passed.get(name) ?? 0).toBeLessThanOrEqual(most + 1e-6)
      }
    }),
  )
})

it('lets pass again what came too fast, once it slows down', () => {
  let time = 0
  const allow = limitRate(2, 3, () => time)
  expect(['a', 'a', 'a', 'a'].map((name) => allow(name))).toEqual([true, true, true, false])
  expect(allow('b')).toBe(true)
  time = 500
  expect(['a', 'a'].map((name) => allow(name))).toEqual([true, false])
  time = 0
  expect(allow('a')).toBe(false)
})

it('turns new names away where it can remember no more, and forgets none that it counts', () => {
  let time = 0
  const allow = limitRate(1, 2, () => time, 3)
  expect([allow('first'), allow('first'), allow('first')]).toEqual([true, true, false])
  expect(['second', 'third', 'fourth', 'fifth'].map((name) => allow(name))).toEqual([true, true, false, false])
  expect(allow('first')).toBe(false)
  time = 3_000
  // The first two have nothing to answer for any more.
  expect(['fourth', 'fifth', 'first'].map((name) => allow(name))).toEqual([true, true, true])
})

it('counts what costs more as more', () => {
  const allow = limitRate(1, 10, () => 0)
  expect([allow('a', 4), allow('a', 4), allow('a', 4), allow('a', 2), allow('a')]).toEqual([true, true, false, true, false])
})
