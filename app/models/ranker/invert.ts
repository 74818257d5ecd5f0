/**
 * The inverse of a symmetric positive definite matrix (row by row, `size` by `size`), by Cholesky's method: A = L Lᵗ, then
 * T = (L⁻¹)ᵗ, then A⁻¹ = T Tᵗ. All three are made of products of rows, four by four at a time, so that what was read is used
 * often. Overwrites the matrix; about size³ / 2 multiplications. Throws where the matrix is not positive definite.
 */
export function invert(matrix: Float64Array, size: number): void {
  if (size % TILE !== 0) throw new Error(`${size} rows are no multiple of ${TILE}`)
  factor(matrix, size)
  const turned = turnInverse(matrix, size)
  for (let row = 0; row < size; row += TILE) {
    for (let column = 0; column <= row; column += TILE) {
      multiplyTile(turned, row * size, turned, column * size, size, row, size)
      for (let r = 0; r < TILE; r++) {
        for (let c = 0; c < TILE; c++) {
          matrix[(row + r) * size + column + c] = tile[r * TILE + c]!
          matrix[(column + c) * size + row + r] = tile[r * TILE + c]!
        }
      }
    }
  }
}

export const TILE = 4
const tile = new Float64Array(TILE * TILE)

/** Puts L into the lower half. */
function factor(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row += TILE) {
    for (let column = 0; column <= row; column += TILE) {
      multiplyTile(matrix, row * size, matrix, column * size, size, 0, column)
      for (let r = 0; r < TILE; r++) {
        for (let c = 0; c < TILE && column + c <= row + r; c++) {
          let sum = matrix[(row + r) * size + column + c]! - tile[r * TILE + c]!
          for (let k = column; k < column + c; k++) sum -= matrix[(row + r) * size + k]! * matrix[(column + c) * size + k]!
          if (column + c < row + r) matrix[(row + r) * size + column + c] = sum / matrix[(column + c) * size + column + c]!
          else if (sum > 0) matrix[(row + r) * size + row + r] = Math.sqrt(sum)
          else throw new Error(`Row ${row + r} is not positive definite`)
        }
      }
    }
  }
}

/** The inverse of L, turned: row j holds column j of L⁻¹, from j on; zeros before. */
function turnInverse(lower: Float64Array, size: number): Float64Array {
  const turned = new Float64Array(size * size)
  for (let row = 0; row < size; row += TILE) {
    for (let column = 0; column <= row; column += TILE) {
      multiplyTile(lower, row * size, turned, column * size, size, column, row)
      for (let r = 0; r < TILE; r++) {
        const diagonal = lower[(row + r) * size + row + r]!
        for (let c = 0; c < TILE && column + c <= row + r; c++) {
          if (column + c === row + r) turned[(column + c) * size + row + r] = 1 / diagonal
          else {
            let sum = tile[r * TILE + c]!
            for (let k = row; k < row + r; k++) sum += lower[(row + r) * size + k]! * turned[(column + c) * size + k]!
            turned[(column + c) * size + row + r] = -sum / diagonal
          }
        }
      }
    }
  }
  return turned
}

/** `tile` = four rows of a times four rows of b, over the columns [from, to). */
function multiplyTile(a: Float64Array, atA: number, b: Float64Array, atB: number, size: number, from: number, to: number): void {
  for (let r = 0; r < TILE; r += 2) {
    const a0 = atA + r * size
    const a1 = a0 + size
    const [b1, b2, b3] = [atB + size, atB + 2 * size, atB + 3 * size]
    let [s00, s01, s02, s03, s10, s11, s12, s13] = [0, 0, 0, 0, 0, 0, 0, 0]
    for (let k = from; k < to; k++) {
      const x = a[a0 + k]!
      const y = a[a1 + k]!
      const p = b[atB + k]!
      const q = b[b1 + k]!
      const u = b[b2 + k]!
      const v = b[b3 + k]!
      s00 += x * p
      s01 += x * q
      s02 += x * u
      s03 += x * v
      s10 += y * p
      s11 += y * q
      s12 += y * u
      s13 += y * v
    }
    tile.set([s00, s01, s02, s03, s10, s11, s12, s13], r * TILE)
  }
}
