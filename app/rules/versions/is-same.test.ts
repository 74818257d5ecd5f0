import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonical } from './canonical.ts'
import { isSame } from './is-same.ts'

const anyJson = fc.jsonValue({ maxDepth: 3 })

/** The same value, or one in which a part is another, is left out or is undefined. */
const alike = fc.tuple(
  anyJson,
  fc.nat(),
  fc.constantFrom<'same' | 'another' | 'gone' | 'undefined'>('same', 'another', 'gone', 'undefined'),
)
function changed(value: unknown, at: number, how: string): unknown {
  if (typeof value !== 'object' || value === null) return how === 'another' ? 'another' : value
  const keys = Object.keys(value)
  const key = keys[at % keys.length]
  if (key === undefined) return value
  const copy = structuredClone(value) as Record<string, unknown>
  if (how === 'another') copy[key] = changed(copy[key], at, how)
  if (how === 'gone' && !Array.isArray(value)) delete copy[key]
  if (how === 'undefined') copy[key] = undefined
  return copy
}

it('is true just where the canonical texts are equal, whatever was found out before', () => {
  const known = new WeakMap<object, object>()
  fc.assert(
    fc.property(
      fc.oneof(
        fc.tuple(anyJson, anyJson),
        alike.map(([value, at, how]) => [value, changed(value, at, how)]),
      ),
      ([one, other]) => {
        const expected = canonical(one) === canonical(other)
        expect(isSame(one, other)).toBe(expected)
        for (let again = 0; again < 2; again += 1) expect(isSame(one, other, known)).toBe(expected)
        expect(isSame(other, one, known)).toBe(expected)
      },
    ),
    { numRuns: 2_000 },
  )
})
