import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptedEncoding, ENCODINGS } from './accepted-encoding.ts'

describe('the encoding that a header accepts', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0.1, gzip;q=1', 'br'],
    ['*', 'br'],
    ['*, br;q=0', 'gzip'],
    ['identity', undefined],
    ['*;q=0', undefined],
    ['gzip;q=much', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of “%s” is %s', (header, encoding) => {
    expect(acceptedEncoding(header)).toBe(encoding)
  })

  it('is never one that was refused, or that nobody named', () => {
    const part = fc.record({ coding: fc.constantFrom('br', 'gzip', 'deflate', 'zstd'), q: fc.constantFrom('', ';q=0', ';q=1', ';q=0.000') })
    fc.assert(
      fc.property(fc.uniqueArray(part, { selector: ({ coding }) => coding }), (parts) => {
        const taken = acceptedEncoding(parts.map(({ coding, q }) => coding + q).join(', '))
        const allowed = ENCODINGS.filter((one) => parts.some(({ coding, q }) => coding === one && !q.startsWith(';q=0')))
        expect(taken).toBe(allowed[0])
      }),
    )
  })
})
