import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LEAF, leafOf, type Tree } from './grow-tree.ts'
import { packTrees, scoreRow, scoreRows } from './trees.ts'

const WIDTH = 5
const value = fc.float({ noNaN: true, min: -4, max: 4 })
/** The last of them is what no known number is above. */
const bound = fc.oneof(value, value, fc.constant(Math.fround(3.4028234663852886e38)))

/** Trees that split a leaf at a time, whichever the numbers name. */
const anyTree = fc
  .array(fc.record({ leaf: fc.nat(30), column: fc.nat(WIDTH - 1), threshold: bound, says: fc.tuple(value, value) }), { maxLength: 15 })
  .map((splits): Tree => {
    const tree = { columnOf: [LEAF], threshold: [0.5], low: [0] }
    const leaves = [0]
    for (const { leaf, column, threshold, says } of splits) {
      const [node] = leaves.splice(leaf % leaves.length, 1)
      const child = tree.columnOf.length
      tree.columnOf[node!] = column
      tree.threshold[node!] = threshold
      tree.low[node!] = child
      tree.columnOf.push(LEAF, LEAF)
      tree.threshold.push(...says)
      tree.low.push(0, 0)
      leaves.push(child, child + 1)
    }
    return tree
  })

it('says of any row what walking every tree says, unknown numbers included', () => {
  const rows = fc.array(fc.option(value, { nil: Number.NaN }), { minLength: WIDTH, maxLength: WIDTH })
  fc.assert(
    fc.property(fc.array(anyTree, { maxLength: 8 }), fc.array(rows, { minLength: 1, maxLength: 6 }), (trees, list) => {
      const packed = packTrees(trees, WIDTH)
      const x = Float32Array.from(list.flat())
      const walked = list.map((_, row) => trees.reduce((sum, tree) => sum + leafOf(tree, x, row * WIDTH), 0))
      expect(list.map((_, row) => scoreRow(packed, x, row * WIDTH))).toEqual(walked)
      const scores = new Float64Array(list.length)
      scoreRows(packed, { x, width: WIDTH, slots: Uint32Array.from(list.keys()), count: list.length }, scores)
      expect([...scores]).toEqual(walked)
    }),
  )
})
