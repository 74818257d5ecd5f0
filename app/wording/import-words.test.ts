import { expect, it } from 'vitest'
import { LONGEST_CELL, LONGEST_ROW, MOST_BYTES, MOST_CELLS, MOST_NAMES, MOST_ROWS } from '#app/rules/import/bounds.ts'
import { MOST_PAIRINGS } from '#app/rules/import/collect-pairings.ts'
import { MOST_OFFERED } from '#app/rules/rule.ts'
import english from '#app/wording/locales/en.json' with { type: 'json' }

it.each([
  ['import.csv.too-large', MOST_BYTES / 1_000_000],
  ['import.broken.too-many-rows', MOST_ROWS],
  ['import.broken.row-too-long', LONGEST_ROW],
  ['import.broken.too-many-columns', MOST_CELLS],
  ['import.why.too-many-cells', MOST_CELLS],
  ['import.why.cell-too-long', LONGEST_CELL],
  ['import.why.too-many-names', MOST_NAMES],
  ['import.why.too-many-offers', MOST_OFFERED],
  ['import.why.too-many-products', MOST_PAIRINGS],
] as const)('a merchant is told how much is too much: %s', (key, most) => {
  expect(english[key]).toContain(most.toLocaleString('en'))
})
