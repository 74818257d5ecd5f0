import { MOST_CELLS } from './bounds.ts'

/** What may part the cells of a row, where a file gives no hint of anything else. */
export const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const
export type DelimiterName = keyof typeof DELIMITERS

/** The cells of a row, without the spaces around them. Where there are more than a row may have, one more is told and no others. */
export function cellsOf(row: string, delimiter: string): string[] {
  if (!row.includes('"')) return row.split(delimiter, MOST_CELLS + 1).map((cell) => cell.trim())
  return spansOf(row, delimiter).map(({ from, to, closed }) => {
    const cell = row.slice(from, to)
    return (closed === undefined ? cell : unquoted(cell.trimEnd())).trim()
  })
}

/** How many cells of a row go on behind the quote that closes them: none do where the delimiter is right. */
export function tornIn(row: string, delimiter: string): number {
  return spansOf(row, delimiter).filter(({ to, closed }) => closed !== undefined && row.slice(closed, to).trim() !== '').length
}

interface Span {
  readonly from: number
  readonly to: number
  /** Behind the quote that closes it; undefined where it is in none. */
  readonly closed: number | undefined
}

function spansOf(row: string, delimiter: string): Span[] {
  const spans: Span[] = []
  for (let from = 0; from <= row.length && spans.length <= MOST_CELLS;) {
    const closed = row[from] === '"' ? closing(row, from) : undefined
    const found = row.indexOf(delimiter, closed ?? from)
    const to = found === -1 ? row.length : found
    spans.push({ from, to, closed })
    from = to + 1
  }
  return spans
}

/** Behind the quote that closes the one at `at`. */
function closing(row: string, at: number): number {
  for (let quote = row.indexOf('"', at + 1); quote !== -1; quote = row.indexOf('"', quote + 2)) if (row[quote + 1] !== '"') return quote + 1
  return at + 1
}

function unquoted(cell: string): string {
  return cell.slice(1, cell.length > 1 && cell.endsWith('"') ? -1 : undefined).replaceAll('""', '"')
}
