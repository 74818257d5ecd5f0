import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nestsDeeperThan } from './json-depth.ts'
import { parseJson } from './read-json.server.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0

describe('nestsDeeperThan', () => {
  it('measures what the parser would build, whatever stands in the texts', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('[[[', '{"', '\\"[', '\\\\', '"'))
    const json = fc.jsonValue({ stringUnit: 'binary' }).chain((value) => text.map((key) => ({ [key]: [value, key] })))
    fc.assert(
      fc.property(json, fc.nat(12), (value, most) => {
        expect(nestsDeeperThan(most, bytes(JSON.stringify(value)))).toBe(depthOf(value) > most)
      }),
    )
  })
})

describe('parseJson', () => {
  it.each([
    ['arrays', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
    ['arrays that are never closed', '['.repeat(5_000_000)],
  ])('takes no %s 100,000 deep', (_, text) => {
    expect(parseJson(bytes(text))).toBeUndefined()
  })

  it('takes what a person or Shopify would write', () => {
    expect(parseJson(bytes('{"a":[{"b":"[[[["}]}'))).toEqual({ a: [{ b: '[[[[' }] })
  })
})
