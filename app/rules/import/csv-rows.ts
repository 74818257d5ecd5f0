import { LONGEST_ROW, MOST_ROWS } from './bounds.ts'
import { cellsOf, delimiterOf } from './cells-of.ts'
import { cutRows, type UncutRow } from './cut-rows.ts'

/** A row of a CSV file; `line` counts from 1, and a row with line breaks in it begins at its first line. */
export interface CsvRow {
  readonly kind: 'row'
  readonly line: number
  /** At most one more than a row may have. */
  readonly cells: readonly string[]
}

/** From this line on the file is nothing that could be read, or more than is read. */
export interface BrokenCsv {
  readonly kind: 'broken'
  readonly line: number
  readonly why: 'quote-never-ends' | 'row-too-long' | 'not-utf-8' | 'too-many-rows' | 'too-many-columns'
}

/**
 * The rows of a CSV text as it arrives, of which little more than one row is held at a time: RFC 4180, with the delimiter
 * that its first row has most of, line ends of every kind, and no byte order mark. A quote inside a bare cell is a mere
 * character. Blank lines are no rows. Ends with BrokenCsv where it cannot go on.
 */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<CsvRow | BrokenCsv> {
  const rows = cutRows(LONGEST_ROW)
  let left = MOST_ROWS
  let delimiter: string | undefined
  let isBegun = false
  const read = (row: UncutRow): CsvRow | BrokenCsv | undefined => {
    left -= 1
    if (row.text.trim() === '') return undefined
    if (left < 0) return { kind: 'broken', line: row.line, why: 'too-many-rows' }
    delimiter ??= delimiterOf(row.text)
    return { kind: 'row', line: row.line, cells: cellsOf(row.text, delimiter) }
  }
  for await (const part of text) {
    const taking = rows.take(isBegun ? part : part.replace(/^\uFEFF/, ''))
    isBegun ||= part !== ''
    let next = taking.next()
    for (; !next.done; next = taking.next()) {
      const row = read(next.value)
      if (row) yield row
      if (row?.kind === 'broken') return
    }
    if (next.value) return yield { kind: 'broken', ...next.value }
  }
  const last = rows.last()
  if (last.isInQuotes) return yield { kind: 'broken', line: last.line, why: 'quote-never-ends' }
  const row = read(last)
  if (row) yield row
}
