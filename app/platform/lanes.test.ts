import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLanes, type Leave } from './lanes.ts'

const never = new AbortController().signal

describe('openLanes', () => {
  it('never lets in more than there are places, nor more under one name than it may have, and everybody in the end', async () => {
    const bounds = fc.record({ places: fc.integer({ min: 1, max: 4 }), each: fc.integer({ min: 1, max: 3 }), waiting: fc.constant(1_000) })
    await fc.assert(
      fc.asyncProperty(bounds, fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 }), async (bound, names) => {
        const lanes = openLanes(bound)
        const inside = new Map<string, number>()
        const visit = async (name: string): Promise<void> => {
          const leave = (await lanes.enter(name, never)) as Leave
          inside.set(name, (inside.get(name) ?? 0) + 1)
          expect(inside.get(name)!).toBeLessThanOrEqual(bound.each)
          expect([...inside.values()].reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(bound.places)
          await Promise.resolve()
          inside.set(name, inside.get(name)! - 1)
          leave()
        }
        await Promise.all(names.map(visit))
      }),
    )
  })

  it('lets who asks for one thing wait behind one of who asks for many, not behind all', async () => {
    const lanes = openLanes({ places: 1, each: 1, waiting: 1_000 })
    const order: string[] = []
    const visit = async (name: string): Promise<void> => {
      const leave = (await lanes.enter(name, never)) as Leave
      order.push(name)
      await Promise.resolve()
      leave()
    }
    await Promise.all([...Array.from({ length: 50 }, () => visit('greedy')), visit('modest')])
    expect(order.indexOf('modest')).toBeLessThanOrEqual(2)
  })

  it('turns away whoever finds too many waiting under their name, and nobody else', async () => {
    const lanes = openLanes({ places: 1, each: 1, waiting: 2 })
    const leave = (await lanes.enter('a', never)) as Leave
    const waiting = [lanes.enter('a', never), lanes.enter('a', never)]
    expect(await lanes.enter('a', never)).toBe('full')
    const other = lanes.enter('b', never)
    leave()
    for (const one of [...waiting, other]) void one.then((left) => (left as Leave)())
    expect(typeof (await other)).toBe('function')
  })

  it('forgets who goes away while they wait', async () => {
    const lanes = openLanes({ places: 1, each: 1, waiting: 1 })
    const leave = (await lanes.enter('a', never)) as Leave
    const going = new AbortController()
    const waits = lanes.enter('a', going.signal)
    going.abort()
    expect(await waits).toBe('gone')
    expect(await lanes.enter('a', going.signal)).toBe('gone')
    const next = lanes.enter('a', never)
    leave()
    // Leaving twice gives back one place.
    leave()
    expect(typeof (await next)).toBe('function')
  })
})
