import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseKeepable } from './parse-keepable.ts'

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\0', '\\', '"', 'u', '0000', '\ud83d', '\ude00', '😀', '\n'),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  ),
})
/** Every character outside of ASCII as an escape, as some writers have it. */
const escaped = (json: string) => json.replaceAll(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
const cleaned = (text: string) => text.toWellFormed().replaceAll('\0', '')

test('says what JSON says, but for what no database holds', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ maxLength: 4 }), fc.oneof(anyText, fc.array(anyText), fc.double({ noNaN: true }), fc.constant(null))),
      (value) => {
        const json = JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? cleaned(inner) : inner))
        expect(parseKeepable(JSON.stringify(value))).toEqual(parseKeepable(json))
        expect(parseKeepable(json)).toEqual(JSON.parse(json))
      },
    ),
    { numRuns: 2_000 },
  )
})

test('whichever way the characters are written', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(parseKeepable(escaped(JSON.stringify(text)))).toBe(cleaned(text))
    }),
    { numRuns: 2_000 },
  )
})

test('is no wiser than JSON about what is none', () => {
  for (const text of ['', '{"a":"\\u00', '"\\u12G4"', '\\u0000']) expect(() => parseKeepable(text)).toThrow(SyntaxError)
})
