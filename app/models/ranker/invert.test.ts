import fc from 'fast-check'
import { expect, it } from 'vitest'
import { invert } from './invert.ts'

const vectors = fc
  .integer({ min: 1, max: 6 })
  .chain((tiles) =>
    fc
      .array(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: tiles * 4, maxLength: tiles * 4 }), { maxLength: 12 })
      .map((rows) => ({ size: tiles * 4, rows })),
  )

it('times the matrix is one', () => {
  fc.assert(
    fc.property(vectors, ({ size, rows }) => {
      const matrix = new Float64Array(size * size)
      for (let a = 0; a < size; a++) {
        for (let b = 0; b < size; b++) matrix[a * size + b] = (a === b ? 1 : 0) + rows.reduce((sum, row) => sum + row[a]! * row[b]!, 0)
      }
      const inverse = matrix.slice()
      invert(inverse, size)
      for (let a = 0; a < size; a++) {
        for (let b = 0; b < size; b++) {
          let sum = 0
          for (let k = 0; k < size; k++) sum += matrix[a * size + k]! * inverse[k * size + b]!
          expect(sum).toBeCloseTo(a === b ? 1 : 0, 6)
        }
      }
    }),
  )
})

it('refuses a matrix that has no root', () => {
  expect(() => invert(new Float64Array(16), 4)).toThrow(/positive definite/)
})
