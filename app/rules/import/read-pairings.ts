import type { Catalog } from '#app/catalog/catalog.ts'
import { MOST_CELLS } from './bounds.ts'
import type { ChosenColumns } from './chosen-columns.ts'
import { collectPairings, type Reason, type RowFate } from './collect-pairings.ts'
import { csvRows, type BrokenCsv, type CsvRow } from './csv-rows.ts'
import { findProductIn } from './find-product.ts'
import { openTable } from './open-table.ts'
import type { Pairing } from './pairing.ts'
import { understandHeader, type Understood } from './understand-header.ts'

/** The first rows of a file, the start of each cell, for somebody who says what its columns hold. */
type FirstRows = readonly (readonly string[])[]

export interface PairingsRead {
  readonly kind: 'read'
  readonly understood: Understood
  readonly first: FirstRows
  /** Those below the header, and what stands above it. */
  readonly rows: number
  /** Of those, the ones that offer nothing. */
  readonly bare: number
  /** Of those, the ones of which something was left out, for each reason. */
  readonly left: Readonly<Partial<Record<Reason, number>>>
  readonly pairings: readonly Pairing[]
}

export type PairingsReading = PairingsRead | BrokenCsv | { readonly kind: 'not-understood'; readonly first: FirstRows }

/** Rows that are looked at before it is said what the columns hold: titles may stand above their header. */
const ROWS_LOOKED_AT = 10
const FIRST_ROWS = 4
const FIRST_LETTERS = 80

/**
 * Reads a CSV file of what goes with what as it arrives, whatever app wrote it: by its first row, or as its columns were
 * chosen, parted by what its first rows tell, or by the delimiter that was said. `tell` hears what becomes of each row.
 */
export async function readPairings(
  text: AsyncIterable<string>,
  catalog: Catalog,
  tell: (fate: RowFate) => void,
  chosen?: ChosenColumns,
  delimiter?: string,
): Promise<PairingsReading> {
  const looked: CsvRow[] = []
  let table: OpenTable | undefined
  for await (const row of csvRows(text, { delimiter, isHeader: (cells) => understandHeader(cells) !== undefined })) {
    if (row.kind === 'broken') return row
    if (table) {
      table.take(row)
      continue
    }
    looked.push(row)
    if (looked.length < ROWS_LOOKED_AT) continue
    const opened = open(looked, catalog, tell, chosen)
    if (opened.kind !== 'open') return opened
    table = opened
  }
  if (table) return table.reading()
  const opened = open(looked, catalog, tell, chosen)
  return opened.kind === 'open' ? opened.reading() : opened
}

interface OpenTable {
  readonly kind: 'open'
  readonly take: (row: CsvRow) => void
  readonly reading: () => PairingsRead
}

/** Opens the table that begins with these rows, and takes them. */
function open(
  looked: readonly CsvRow[],
  catalog: Catalog,
  tell: (fate: RowFate) => void,
  chosen: ChosenColumns | undefined,
): OpenTable | Exclude<PairingsReading, PairingsRead> {
  const tables = looked.map(({ cells }) => cells)
  const { understood, header, from, width } = openTable(tables, chosen)
  const top = looked[header]
  if (top && top.cells.length > MOST_CELLS) return { kind: 'broken', line: top.line, why: 'too-many-columns' }
  const first = tables.slice(header, header + FIRST_ROWS).map((cells) => cells.map((cell) => cell.slice(0, FIRST_LETTERS)))
  if (!understood) return { kind: 'not-understood', first }
  const gathering = collectPairings(understood, findProductIn(catalog), width)
  const left: Partial<Record<Reason, number>> = {}
  let [rows, bare] = [0, 0]
  const hear = (fate: RowFate) => {
    rows += 1
    if (fate.pairs === 0 && fate.left.length === 0) bare += 1
    for (const why of new Set(fate.left.map((one) => one.why))) left[why] = (left[why] ?? 0) + 1
    tell(fate)
  }
  // What stands above a header offers nothing.
  for (const { line } of looked.slice(0, Math.min(header, from))) hear({ line, pairs: 0, left: [] })
  const take = (row: CsvRow) => hear(gathering.take(row))
  looked.slice(from).forEach(take)
  return { kind: 'open', take, reading: () => ({ kind: 'read', understood, first, rows, bare, left, pairings: gathering.pairings() }) }
}
