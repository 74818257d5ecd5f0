import { WIDTH } from '#app/models/candidates/columns.ts'
import { sliceExamples, type Examples } from './examples.ts'

const ROUNDS = 100
/** More questions would not move so few weights. */
const ENOUGH = 600
const STEP = 0.5
const L2 = 1e-3

/**
 * Weights of a plain sum of columns: the chance that the best candidate is right, softmax over each question's candidates
 * (ListNet, Cao et al. 2007), climbed with a step of its own for every column (AdaGrad).
 */
export function fitSum(examples: Examples): Float64Array {
  const { starts, x, labels: hits } = sliceExamples(examples, 0, Math.min(examples.starts.length - 1, ENOUGH))
  const rows = starts.at(-1)!
  const width = WIDTH
  const spread = spreadOf(x, rows)
  const weights = new Float64Array(WIDTH)
  const travelled = new Float64Array(WIDTH).fill(1e-9)
  const chances = new Float64Array(rows)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(width)
    for (let question = 0; question + 1 < starts.length; question++) {
      const [from, to] = [starts[question]!, starts[question + 1]!]
      let [most, total, right] = [-Infinity, 0, 0]
      for (let row = from; row < to; row++) {
        let sum = 0
        for (let nth = 0; nth < width; nth++) sum += weights[nth]! * (x[row * width + nth]! * spread[nth]! || 0)
        chances[row] = sum
        if (sum > most) most = sum
        right += hits[row]!
      }
      for (let row = from; row < to; row++) total += chances[row] = Math.exp(chances[row]! - most)
      for (let row = from; row < to; row++) {
        const miss = hits[row]! / right - chances[row]! / total
        for (let nth = 0; nth < width; nth++) slope[nth]! += miss * (x[row * width + nth]! * spread[nth]! || 0)
      }
    }
    for (let nth = 0; nth < width; nth++) {
      const climb = slope[nth]! / (starts.length - 1) - L2 * weights[nth]!
      travelled[nth]! += climb * climb
      weights[nth]! += (STEP * climb) / Math.sqrt(travelled[nth]!)
    }
  }
  return weights.map((weight, nth) => weight * spread[nth]!)
}

/** One over each column's standard deviation; 0 for a column that is the same everywhere. */
function spreadOf(x: Float32Array, rows: number): Float64Array {
  const width = WIDTH
  const [sums, squares, counts] = [new Float64Array(WIDTH), new Float64Array(WIDTH), new Float64Array(WIDTH)]
  for (let at = 0; at < rows * width; at++) {
    const value = x[at]!
    if (Number.isNaN(value)) continue
    sums[at % width]! += value
    squares[at % width]! += value * value
    counts[at % width]! += 1
  }
  return sums.map((sum, nth) => {
    const mean = sum / counts[nth]!
    const variance = squares[nth]! / counts[nth]! - mean * mean
    return variance > 1e-12 ? 1 / Math.sqrt(variance) : 0
  })
}
