import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openWebhookWeather } from './webhook-weather.ts'

function aCourier(seed = 'seed') {
  const weather = openWebhookWeather(seed)
  const gone: number[] = []
  return { weather, gone, pass: (topic: string, number: number) => weather.pass(topic, () => gone.push(number)) }
}

test('what is held goes when it is let go, and nothing is held any more', () => {
  const { weather, gone, pass } = aCourier()
  weather.hold('orders/create')
  for (const number of [1, 2, 3]) pass('orders/create', number)
  pass('products/update', 4)
  expect([gone, weather.held]).toEqual([[4], 3])
  expect(weather.release()).toBe(3)
  pass('orders/create', 5)
  expect([gone, weather.held]).toEqual([[4, 1, 2, 3, 5], 0])
})

test('shuffling loses and doubles nothing, depends on the seed alone and does change the order', () => {
  const numbers = Array.from({ length: 40 }, (_, at) => at)
  let changed = 0
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), fc.boolean(), (seed, window, atOnce) => {
      const order = (): number[] => {
        const { weather, gone, pass } = aCourier(seed)
        if (atOnce) weather.hold()
        else weather.shuffle(window)
        for (const number of numbers) pass('orders/create', number)
        if (atOnce) weather.release('shuffled')
        else weather.flush()
        return gone
      }
      expect(order().toSorted((one, other) => one - other)).toEqual(numbers)
      expect(order()).toEqual(order())
      if (order().join() !== numbers.join()) changed += 1
    }),
    { numRuns: 100 },
  )
  expect(changed).toBeGreaterThan(95)
})

test('clear weather lets everything go', () => {
  const { weather, gone, pass } = aCourier()
  weather.shuffle(5)
  pass('orders/create', 1)
  weather.hold()
  pass('orders/create', 2)
  weather.clear()
  expect(gone).toEqual([1, 2])
})
