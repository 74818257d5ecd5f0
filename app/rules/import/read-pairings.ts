import type { Catalog } from '#app/catalog/catalog.ts'
import { MOST_CELLS } from './bounds.ts'
import { takeChosen, type ChosenColumns } from './chosen-columns.ts'
import { csvRows, type BrokenCsv } from './csv-rows.ts'
import { findProductIn } from './find-product.ts'
import { gatherPairings, type Gathering, type Reason, type RowFate } from './gather-pairings.ts'
import type { Pairing } from './pairing.ts'
import { understandHeader, type Understood } from './understand-header.ts'

/** The first rows of a file, the start of each cell, for somebody who says what its columns hold. */
type FirstRows = readonly (readonly string[])[]

export interface PairingsRead {
  readonly kind: 'read'
  readonly understood: Understood
  readonly first: FirstRows
  /** Those of pairs; of those, the ones of which something was left out, for each reason. */
  readonly rows: number
  readonly left: Readonly<Partial<Record<Reason, number>>>
  readonly pairings: readonly Pairing[]
}

export type PairingsReading = PairingsRead | BrokenCsv | { readonly kind: 'not-understood'; readonly first: FirstRows }

const FIRST_ROWS = 4
const FIRST_LETTERS = 80

/**
 * Reads a CSV file of what goes with what as it arrives, whatever app wrote it: by its first row, or as its columns were
 * chosen. `tell` hears what becomes of each row.
 */
export async function readPairings(
  text: AsyncIterable<string>,
  catalog: Catalog,
  tell: (fate: RowFate) => void,
  chosen?: ChosenColumns,
): Promise<PairingsReading> {
  const first: (readonly string[])[] = []
  let understood: Understood | undefined
  let gathering: Gathering | undefined
  let rows = 0
  const left: Partial<Record<Reason, number>> = {}
  for await (const row of csvRows(text)) {
    if (row.kind === 'broken') return row
    const isFirst = first.length === 0
    if (first.length < FIRST_ROWS) first.push(row.cells.map((cell) => cell.slice(0, FIRST_LETTERS)))
    if (isFirst) {
      if (row.cells.length > MOST_CELLS) return { kind: 'broken', line: row.line, why: 'too-many-columns' }
      understood = chosen ? takeChosen(row.cells, chosen) : understandHeader(row.cells)
      if (understood) gathering = gatherPairings(understood, findProductIn(catalog))
    }
    if (!gathering && first.length === FIRST_ROWS) break
    if (!gathering || (isFirst && !chosen?.isHeadless)) continue
    rows += 1
    const fate = gathering.take(row)
    for (const why of new Set(fate.left.map((one) => one.why))) left[why] = (left[why] ?? 0) + 1
    tell(fate)
  }
  if (!understood || !gathering) return { kind: 'not-understood', first }
  return { kind: 'read', understood, first, rows, left, pairings: gathering.pairings() }
}
