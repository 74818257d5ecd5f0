import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inLanes } from './in-lanes.ts'

test('every part is done once, never more at a time than there are lanes', () =>
  fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 5 }), fc.nat(12), async (scheduler, lanes, length) => {
      const parts = Array.from({ length }, (_, at) => at)
      const done: number[] = []
      let busy = 0
      let most = 0
      const all = inLanes(lanes, parts, async (part) => {
        most = Math.max(most, (busy += 1))
        await scheduler.schedule(Promise.resolve())
        busy -= 1
        done.push(part)
      })
      await scheduler.waitFor(all)
      expect(done.toSorted((a, b) => a - b)).toEqual(parts)
      expect(most).toBe(Math.min(lanes, length))
    }),
  ))

test('a failure is thrown once those under way have ended, and nothing more is begun', () =>
  fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 5 }), fc.nat(11), async (scheduler, lanes, bad) => {
      let busy = 0
      let begunAfter = 0
      let failed = false
      const parts = Array.from({ length: 12 }, (_, at) => at)
      const all = inLanes(lanes, parts, async (part) => {
        if (failed) begunAfter += 1
        busy += 1
        await scheduler.schedule(Promise.resolve())
        busy -= 1
        if (part !== bad) return
        failed = true
        throw new Error(`part ${part}`)
      })
      await expect(scheduler.waitFor(all)).rejects.toThrow(`part ${bad}`)
      expect(busy).toBe(0)
      // Whoever ended in the same breath may still have taken one.
      expect(begunAfter).toBeLessThanOrEqual(lanes)
    }),
  ))
