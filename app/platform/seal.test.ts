import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSealed, open, readSealingKey, seal, sealedBy, type SealingKey } from './seal.server.ts'

const anyKey = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => readSealingKey(Buffer.from(bytes).toString('base64')) as SealingKey)
const anyPlace = fc.array(fc.string(), { maxLength: 4 })
const anyText = fc.string({ unit: 'grapheme', maxLength: 80 })

describe('seal', () => {
  it('is undone by the same key in the same place, the first or a later one of those given', () => {
    fc.assert(
      fc.property(anyText, anyKey, anyKey, anyPlace, (text, key, other, place) => {
        const sealed = seal(text, key, place)
        expect(isSealed(sealed) && sealed.startsWith(sealedBy(key))).toBe(true)
        expect(open(sealed, [key], place)).toBe(text)
        expect(open(sealed, [other, key], place)).toBe(text)
      }),
    )
  })

  it('does not open in another place, be it made of the same letters, nor with another key', () => {
    fc.assert(
      fc.property(anyText, anyKey, anyKey, anyPlace, anyPlace, (text, key, other, place, elsewhere) => {
        fc.pre(JSON.stringify(place) !== JSON.stringify(elsewhere) && key.id !== other.id)
        const sealed = seal(text, key, place)
        expect(open(sealed, [key], elsewhere)).toBeUndefined()
        expect(open(sealed, [other], place)).toBeUndefined()
        expect(open(sealed.replace(sealedBy(key), sealedBy(other)), [other, key], place)).toBeUndefined()
      }),
    )
    const [key] = fc.sample(anyKey, 1) as [SealingKey]
    expect(open(seal('text', key, ['ab', 'c']), [key], ['a', 'bc'])).toBeUndefined()
  })

  it('does not open once any character of it is another, is missing or has come to it', () => {
    fc.assert(
      fc.property(anyText, anyKey, anyPlace, fc.nat(), fc.string({ minLength: 0, maxLength: 2 }), (text, key, place, at, instead) => {
        const sealed = seal(text, key, place)
        const index = at % (sealed.length + 1)
        const spoilt = sealed.slice(0, index) + instead + sealed.slice(index + 1)
        fc.pre(spoilt !== sealed)
        expect(open(spoilt, [key], place)).toBeUndefined()
      }),
      { numRuns: 1_000 },
    )
  })

  it('never gives the same twice, and shows nothing of the text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8, maxLength: 80 }), anyKey, anyPlace, (text, key, place) => {
        const sealed = seal(text, key, place)
        expect(seal(text, key, place)).not.toBe(sealed)
        expect(sealed).not.toContain(text)
      }),
    )
  })
})

it('opens nothing that was not sealed', () => {
  fc.assert(fc.property(anyText, anyKey, anyPlace, (text, key, place) => open(text, [key], place) === undefined))
})

describe('readSealingKey', () => {
  it('reads 32 bytes, as hex and as base64, into one and the same key', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (array) => {
        const bytes = Buffer.from(array)
        const keys = (['hex', 'base64', 'base64url'] as const).map((form) => readSealingKey(bytes.toString(form)))
        for (const key of keys) expect(key?.bytes.equals(bytes)).toBe(true)
        expect(new Set(keys.map((key) => key?.id)).size).toBe(1)
      }),
    )
  })

  it('reads no key of another length, and no words', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (array) => {
        fc.pre(array.length !== 32)
        for (const form of ['hex', 'base64'] as const) expect(readSealingKey(Buffer.from(array).toString(form))).toBeUndefined()
      }),
    )
    for (const words of ['', 'correct horse battery staple correct horse !', 'x'.repeat(42)]) expect(readSealingKey(words)).toBeUndefined()
  })
})
