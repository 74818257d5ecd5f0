import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import vectors from './arm-vectors.json'
import { isHeldOut, placeOf, saltOf } from './arm.ts'

const MILLION = 1_000_000
const ids = (count: number): string[] => Array.from({ length: count }, (_, at) => (at * 2_654_435_761).toString(16).padStart(32, '0'))

it('places every unit where it always did', () => {
  for (const { salt, unit, place } of vectors) expect(placeOf(salt, unit)).toBe(place)
})

it('is in the page what it is here, for every vector and share', () => {
  const script = /<script[^>]*>(.*)<\/script>/s.exec(readFileSync('extensions/theme-blocks/snippets/arm-script.liquid', 'utf8'))![1]!
  // Liquid would take it for its own.
  expect(script).not.toMatch(/\{\{|\{%/)
  for (const { salt, unit, place } of vectors) {
    for (const share of [place, place + 2 ** -32]) {
      const page: Record<string, string> = {}
      runInNewContext(script, {
        document: {
          documentElement: { dataset: page },
          currentScript: { dataset: { tandemNote: JSON.stringify({ v: 1, salt: salt.replace(/\/cross-sell$/, ''), epoch: 1, share }) } },
        },
        window: {},
        location: { search: '' },
        localStorage: { getItem: (key: string) => (key === 'tandem:visit' ? unit : null) },
      })
      expect(page['tandemArm']).toBe(isHeldOut(salt, unit, share) ? 'held-out' : 'shown')
    }
  }
})

it('spreads a million ids evenly, and a second board’s arms without regard to the first’s', () => {
  const bins = new Array<number>(100).fill(0)
  const sums = { x: 0, y: 0, xx: 0, yy: 0, xy: 0 }
  for (const id of ids(MILLION)) {
    const [x, y] = [placeOf(saltOf('0f', 'cross-sell'), id), placeOf(saltOf('0f', 'personal'), id)]
    bins[Math.floor(x * 100)]! += 1
    sums.x += x
    sums.y += y
    sums.xx += x * x
    sums.yy += y * y
    sums.xy += x * y
  }
  const expected = MILLION / bins.length
  const chiSquare = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  // 99 degrees of freedom: one even spread in ten thousand is farther off.
  expect(chiSquare).toBeLessThan(157)
  const { x, y, xx, yy, xy } = sums
  const r = (MILLION * xy - x * y) / Math.sqrt((MILLION * xx - x * x) * (MILLION * yy - y * y))
  expect(Math.abs(r)).toBeLessThan(0.005)
})

it('lets nobody change arms but those whom a lower share releases', () => {
  for (const id of ids(20_000)) {
    if (isHeldOut('s', id, 0.1)) expect(isHeldOut('s', id, 0.5)).toBe(true)
  }
})
