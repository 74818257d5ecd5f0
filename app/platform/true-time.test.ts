import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openTrueTime } from './true-time.ts'

const TOLERANCE = 30_000
const TRUE_START = 1_800_000_000_000

/** A machine whose clock is off by so much; `pass` lets time go by. */
function aMachine(offBy: number) {
  let passed = 5_000
  const machine = { offBy, truly: () => TRUE_START + passed, pass: (ms: number) => (passed += ms) }
  const time = openTrueTime(
    () => machine.truly() + machine.offBy,
    () => passed,
    TOLERANCE,
  )
  return { machine, time }
}
const anOffset = fc.integer({ min: -600_000, max: 600_000 })
const aWhile = fc.integer({ min: 0, max: 86_400_000 })

it('says by how much the clock is off, however long ago that was heard, and nothing once it is put right', () => {
  fc.assert(
    fc.property(anOffset, aWhile, (offBy, ms) => {
      const { machine, time } = aMachine(offBy)
      expect(time.off()).toBeUndefined()
      time.itIs(machine.truly())
      machine.pass(ms)
      expect(time.off()).toBe(Math.abs(offBy) > TOLERANCE ? offBy : undefined)
      machine.offBy = 0
      expect(time.off()).toBeUndefined()
    }),
  )
})

it('of what was signed it learns that the clock is behind, and is never led astray by what is shown again later', () => {
  fc.assert(
    fc.property(anOffset, fc.array(fc.tuple(aWhile, aWhile), { maxLength: 20 }), (offBy, shown) => {
      const { machine, time } = aMachine(offBy)
      for (const [ms, age] of shown) {
        machine.pass(ms)
        time.itWas(machine.truly() - age)
      }
      const freshest = Math.min(...shown.map(([, age]) => age), Infinity)
      const isBehind = offBy < -TOLERANCE
      if (!isBehind) expect(time.off()).toBeUndefined()
      else if (freshest === 0) expect(time.off()).toBe(offBy)
      else expect(time.off() ?? -1).toBeLessThan(0)
    }),
  )
})
