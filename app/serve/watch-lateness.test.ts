import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchLateness } from './watch-lateness.server.ts'

let now = 0
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Lets so many ticks come, each so many milliseconds late. */
function tick(times: number, late = 0): void {
  for (let at = 0; at < times; at += 1) {
    now += 20 + late
    vi.advanceTimersByTime(20)
  }
}

it('tells that everything is late while it is asked', () => {
  const isLate = watchLateness()
  expect(isLate()).toBe(false)
  tick(10, 500)
  expect(isLate()).toBe(true)
  tick(20)
  expect(isLate()).toBe(false)
})

it('measures nothing while nobody asks, and again for whoever comes', () => {
  const isLate = watchLateness()
  expect(vi.getTimerCount()).toBe(0)
  isLate()
  tick(60)
  expect(vi.getTimerCount()).toBe(0)
  isLate()
  expect(vi.getTimerCount()).toBe(1)
  tick(10, 500)
  expect(isLate()).toBe(true)
})

it('does not turn away who comes after a quiet hour for what was late before it', () => {
  const isLate = watchLateness()
  isLate()
  // One long breath, behind which nobody asks any more.
  tick(1, 3_000)
  tick(60)
  now += 3_600_000
  expect(isLate()).toBe(false)
})
