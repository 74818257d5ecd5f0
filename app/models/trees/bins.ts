/** Most bins of a column; the last is for unknown numbers. */
export const BINS = 64

/** Numbers as bins: bin b of column c holds those at most `edges[c][b]` and above the one before. Row by row. */
export interface Binned {
  readonly width: number
  readonly bins: Uint8Array
  readonly edges: readonly Float32Array[]
}

const SAMPLE = 20_000

/** Cuts every column at its quantiles, as a sample of evenly spaced rows shows them. */
export function binRows(x: Float32Array, rows: number, width: number): Binned {
  const stride = Math.max(1, Math.floor(rows / SAMPLE))
  const edges = Array.from({ length: width }, (_, column) => {
    const sample: number[] = []
    for (let row = 0; row < rows; row += stride) {
      const value = x[row * width + column]!
      if (!Number.isNaN(value)) sample.push(value)
    }
    return quantiles(Float32Array.from(sample).sort())
  })
  const bins = new Uint8Array(rows * width)
  for (let column = 0; column < width; column++) {
    const cuts = edges[column]!
    for (let row = 0; row < rows; row++) bins[row * width + column] = binOf(cuts, x[row * width + column]!)
  }
  return { width, bins, edges }
}

function quantiles(sorted: Float32Array): Float32Array {
  const cuts: number[] = []
  for (let nth = 1; nth < BINS - 1; nth++) {
    const value = sorted[Math.floor((nth * sorted.length) / (BINS - 1))]
    if (value !== undefined && value < sorted.at(-1)! && (cuts.length === 0 || value > cuts.at(-1)!)) cuts.push(value)
  }
  return Float32Array.from(cuts)
}

function binOf(cuts: Float32Array, value: number): number {
  if (Number.isNaN(value)) return BINS - 1
  let [low, high] = [0, cuts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= cuts[middle]!) high = middle
    else low = middle + 1
  }
  return low
}
