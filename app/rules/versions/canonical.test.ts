import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonical } from './canonical.ts'

/** The same value with the keys of every object in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, turned(part)]),
  )
}

it('writes JSON that says the same, whatever the order of the keys', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const plain = JSON.parse(JSON.stringify(value)) as unknown
      expect(JSON.parse(canonical(plain))).toEqual(plain)
      expect(canonical(turned(plain))).toBe(canonical(plain))
    }),
  )
})

it('tells different values apart', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other)
      if (canonical(one) === canonical(other)) expect(JSON.parse(canonical(one))).toEqual(JSON.parse(canonical(other)))
      else expect(same).toBe(false)
    }),
  )
})

it('writes keys in the order of their code units, at every depth, without what is undefined', () => {
  const value = { b: [{ z: null, a: 'x' }, true], ä: 1.5, B: undefined, a: { 2: 'two', 10: 'ten' } }
  expect(canonical(value)).toBe('{"a":{"10":"ten","2":"two"},"b":[{"a":"x","z":null},true],"ä":1.5}')
  expect(canonical(undefined)).toBe('null')
})
