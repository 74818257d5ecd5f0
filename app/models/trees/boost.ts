import type { Examples } from '#app/models/ranker/examples.ts'
import { binRows } from './bins.ts'
import { growTree, leafOf, type Tree, type TreeShape } from './grow-tree.ts'
import { packTrees, type Trees } from './trees.ts'

interface BoostSettings extends TreeShape {
  readonly trees: number
  readonly rate: number
}

/** Many small trees: they are quick to query, and learn as much as fewer large ones. */
const SETTINGS: BoostSettings = { trees: 80, rate: 0.1, leaves: 10, fewest: 30, doubt: 5 }

/** Trees whose sum tells right candidates from wrong ones: gradient boosting (Friedman 2001) on the logistic loss. */
export function boost({ width, x, starts, labels: hits }: Examples, settings = SETTINGS): Trees {
  const rows = starts.at(-1)!
  const binned = binRows(x, rows, width)
  const scores = new Float32Array(rows)
  const gradients = new Float64Array(rows)
  const curvatures = new Float64Array(rows)
  const grown: Tree[] = []
  for (let round = 0; round < settings.trees; round++) {
    slopes(hits, scores, gradients, curvatures)
    const taken = sampleRows(starts, round)
    const tree = growTree(binned, taken, gradients, curvatures, settings, settings.rate)
    for (let row = 0; row < rows; row++) scores[row]! += leafOf(tree, x, row * width)
    grown.push(tree)
  }
  return packTrees(grown, width)
}

/** Rows of two questions in three, another two each round: evenly spread, the same on every run. */
function sampleRows(starts: Uint32Array, round: number): Uint32Array {
  const rows: number[] = []
  for (let question = 0; question + 1 < starts.length; question++) {
    const mixed = Math.imul(question + 1, 0x9e3779b1) ^ Math.imul(round + 1, 0x85ebca6b)
    if ((Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 0) % 3 === 0) continue
    for (let row = starts[question]!; row < starts[question + 1]!; row++) rows.push(row)
  }
  return Uint32Array.from(rows)
}

/** Of the logistic loss. */
function slopes(hits: Uint8Array, scores: Float32Array, gradients: Float64Array, curvatures: Float64Array): void {
  for (let row = 0; row < hits.length; row++) {
    const chance = 1 / (1 + Math.exp(-scores[row]!))
    gradients[row] = chance - hits[row]!
    curvatures[row] = Math.max(chance * (1 - chance), 1e-6)
  }
}
