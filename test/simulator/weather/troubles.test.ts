import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTroubles } from './troubles.ts'

const none = (): readonly string[] => []

test('fair weather asks nobody what is called how', () => {
  const troubles = openTroubles<string>('seed')
  const refuse = (): readonly string[] => {
    throw new Error('Was asked')
  }
  expect(troubles.meet(refuse)).toBeUndefined()
})

test('announced troubles come in their order, each as often as was said, to whom they are meant for', () => {
  const troubles = openTroubles<string>('seed')
  troubles.next(2, 'rain', 'orders')
  troubles.next(1, 'hail')
  troubles.next(0, 'never')
  const met = ['products', 'orders', 'orders', 'orders'].map((name) => troubles.meet(() => [name]))
  expect(met).toEqual(['hail', 'rain', 'rain', undefined])
  expect(troubles.met).toEqual([
    { names: ['products'], trouble: 'hail' },
    { names: ['orders'], trouble: 'rain' },
    { names: ['orders'], trouble: 'rain' },
  ])
})

test('several may befall one where it is asked for all', () => {
  const troubles = openTroubles<string>('seed')
  troubles.often(1, 'wind')
  troubles.often(1, 'fog', 'orders')
  troubles.often(0, 'snow')
  troubles.next(1, 'hail')
  expect(troubles.meetAll(() => ['orders'])).toEqual(['hail', 'wind', 'fog'])
  expect(troubles.meetAll(none)).toEqual(['wind'])
  troubles.clear()
  expect(troubles.meetAll(none)).toEqual([])
})

test('the same seed draws the same, whatever else is likely; about as often as was said', () => {
  fc.assert(
    fc.property(fc.string(), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (seed, probability) => {
      const draw = (more: boolean): boolean[] => {
        const troubles = openTroubles<string>(seed)
        troubles.often(probability, 'rain')
        if (more) troubles.often(0.5, 'wind')
        return Array.from({ length: 2_000 }, () => troubles.meetAll(none).includes('rain'))
      }
      const drawn = draw(false)
      expect(draw(true)).toEqual(drawn)
      expect(Math.abs(drawn.filter(Boolean).length / 2_000 - probability)).toBeLessThan(0.08)
    }),
    { numRuns: 50 },
  )
})
