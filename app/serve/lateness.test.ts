import { expect, it } from 'vitest'
import { measureLateness } from './lateness.ts'

it('is high while everything is late, and low again soon after', () => {
  const lateness = measureLateness()
  for (let tick = 0; tick < 20; tick++) lateness.note(tick * 400, tick * 400 + 400)
  expect(lateness.now()).toBeGreaterThan(350)
  for (let tick = 0; tick < 12; tick++) lateness.note(tick * 20, tick * 20)
  expect(lateness.now()).toBeLessThan(20)
})

it('makes little of one long breath', () => {
  const lateness = measureLateness()
  lateness.note(0, 400)
  lateness.note(20, 20)
  expect(lateness.now()).toBeLessThan(150)
})
