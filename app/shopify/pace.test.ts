import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openPace, WRITES_AT_ONCE } from './pace.ts'

const DOCUMENT = 'mutation'
const POINTS = 10
const RATE = 100

/** A bucket as Shopify keeps one: it turns away whoever asks for more than it holds. */
function aBucket(maximum: number, start: number) {
  let level = start
  let at = 0
  return (now: number) => {
    level = Math.min(maximum, level + ((now - at) / 1000) * RATE)
    at = now
    const taken = level >= POINTS
    if (taken) level -= POINTS
    return {
      taken,
      cost: { requested: POINTS, actual: taken ? POINTS : 0, throttle: { maximum, available: Math.floor(level), restoreRate: RATE } },
    }
  }
}

test('many at once are never turned away, and lose no more than a little of what the bucket gives', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 240, max: 2000 }),
      fc.integer({ min: 1, max: WRITES_AT_ONCE }),
      fc.array(fc.integer({ min: 20, max: 900 }), { minLength: 200, maxLength: 200 }),
      (maximum, lanes, trips) => {
        let now = 0
        const pace = openPace(() => now)
        const shop = aBucket(maximum, maximum)
        // The first answer teaches the price; then lanes send whenever the pace lets them.
        const first = shop(0)
        pace.ended(DOCUMENT, 0, first.cost)
        const events: { at: number; run: () => void }[] = []
        const later = (at: number, run: () => void) => events.push({ at, run })
        let turnedAway = 0
        let sent = 1
        const send = () => {
          const trip = trips[sent]
          if (trip === undefined) return
          const taken = pace.pointsOf(DOCUMENT)
          sent += 1
          later(now + pace.take(taken), () => {
            const half = trip / 2
            later(now + half, () => {
              const { taken: accepted, cost } = shop(now)
              if (!accepted) turnedAway += 1
              later(now + half, () => {
                pace.ended(DOCUMENT, taken, cost)
                send()
              })
            })
          })
        }
        for (let lane = 0; lane < lanes; lane += 1) send()
        while (events.length > 0) {
          events.sort((a, b) => a.at - b.at)
          const { at, run } = events.shift()!
          now = at
          run()
        }
        expect(sent).toBe(trips.length)
        expect(turnedAway).toBe(0)
        // No lane waits for points that the bucket has long had: a slow bucket or the lanes' own trips account for the time.
        const byBucket = ((sent * POINTS - maximum) / RATE) * 1000
        const byTrips = (sent * 900) / lanes
        expect(now).toBeLessThanOrEqual(Math.max(byBucket, 0) + byTrips + 2_000)
      },
    ),
    { numRuns: 60 },
  ))

test('nothing known, nothing waited for', () => {
  const pace = openPace(() => 0)
  expect(pace.take(0)).toBe(0)
  pace.ended(DOCUMENT, 0, undefined)
  expect(pace.pointsOf(DOCUMENT)).toBe(0)
})
