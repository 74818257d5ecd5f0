import { expect, it } from 'vitest'
import { restartPause } from './restart-pause.ts'

it('waits twice as long after every end that came soon, half a minute at most', () => {
  const pauses: number[] = []
  for (let n = 0; n < 8; n++) pauses.push(restartPause(100, pauses.at(-1) ?? 0))
  expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
})

it('begins anew after what lived for a minute', () => {
  expect(restartPause(60_000, 30_000)).toBe(500)
  expect(restartPause(59_999, 8_000)).toBe(16_000)
})
