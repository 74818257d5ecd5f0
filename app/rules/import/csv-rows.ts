import { LONGEST_ROW, MOST_ROWS } from './bounds.ts'
import { cellsOf } from './cells-of.ts'
import { cutRows, type UncutRow } from './cut-rows.ts'
import { findDelimiter } from './find-delimiter.ts'
import { hintIn } from './hint-in.ts'
import { readHead } from './read-head.ts'

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
  readonly why: 'quote-never-ends' | 'row-too-long' | 'no-text' | 'too-many-rows' | 'too-many-columns'
}

export interface CsvWish {
  /** What parts the cells; where nobody says, the first lines tell. */
  readonly delimiter?: string | undefined
  /** Whether cells could name the columns of a file. */
  readonly isHeader?: (cells: readonly string[]) => boolean
}

/** How workbooks and other files begin that are no text, whatever their name says. */
const NO_TEXT = ['PK\u0003\u0004', '\u00D0\u00CF\u0011\u00E0', '%PDF-']

/**
 * The rows of a CSV text as it arrives, of which little more than its first lines or one row is held at a time: RFC 4180, with line
 * ends of every kind, and neither a byte order mark nor a hint of what parts the cells. A quote inside a bare cell is a mere
 * character. Blank lines are no rows. Ends with BrokenCsv where it cannot go on.
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  { delimiter: said, isHeader = () => false }: CsvWish = {},
): AsyncGenerator<CsvRow | BrokenCsv> {
  const { whole, ...head } = await readHead(text)
  const first = bare(head.text)
  const [line] = /^[^\r\n]*/.exec(first)!
  const hint = hintIn(line)
  const delimiter = said ?? findDelimiter({ ...head, text: hint === undefined ? first : first.slice(line.length) }, hint, isHeader)
  const rows = cutRows(LONGEST_ROW, delimiter)
  let left = MOST_ROWS
  const read = (row: UncutRow): CsvRow | BrokenCsv | undefined => {
    left -= 1
    if (row.text.trim() === '' || (row.line === 1 && hint !== undefined)) return undefined
    if (left < 0) return { kind: 'broken', line: row.line, why: 'too-many-rows' }
    return { kind: 'row', line: row.line, cells: cellsOf(row.text, delimiter) }
  }
  let isBegun = false
  for await (const part of whole) {
    if (!isBegun && NO_TEXT.some((sign) => first.startsWith(sign))) return yield { kind: 'broken', line: 1, why: 'no-text' }
    const taking = rows.take(isBegun ? part : bare(part))
    isBegun = true
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

/** Without the mark of its byte order, of which programs have written two. */
const bare = (text: string) => text.replace(/^\uFEFF+/, '')
