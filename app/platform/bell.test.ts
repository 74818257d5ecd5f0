import { expect, it } from 'vitest'
import { makeBell } from './bell.server.ts'

const never = new AbortController().signal
const takes = async (rest: Promise<void>) => {
  const began = performance.now()
  await rest
  return performance.now() - began
}

it('ends a rest when it is rung, and the next one at once where nobody rested', async () => {
  const { ring, rest } = makeBell()
  const resting = takes(rest(60_000, never))
  ring()
  expect(await resting).toBeLessThan(1_000)
  ring()
  expect(await takes(rest(60_000, never))).toBeLessThan(1_000)
})

it('lets a rest end in its own time, and where nobody is to work any more', async () => {
  const { rest } = makeBell()
  expect(await takes(rest(50, never))).toBeGreaterThan(40)
  const ending = new AbortController()
  const resting = takes(rest(60_000, ending.signal))
  ending.abort()
  expect(await resting).toBeLessThan(1_000)
  expect(await takes(rest(60_000, ending.signal))).toBeLessThan(1_000)
})
