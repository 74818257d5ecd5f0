import { MOST_CELLS } from './bounds.ts'

/** What may part the cells of a row. */
export const DELIMITERS = [',', ';', '\t', '|'] as const

/** What parts the first row's cells; a comma where nothing does. */
export function delimiterOf(row: string): string {
  const parts = row.split('"')
  // What a last quote opens and nothing closes is no cell in quotes.
  const bare = parts.filter((_, at) => at % 2 === 0 || at === parts.length - 1).join('')
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!
}

/** The cells of a row, without the spaces around them. Where there are more than a row may have, one more is told and no others. */
export function cellsOf(row: string, delimiter: string): string[] {
  if (!row.includes('"')) return row.split(delimiter, MOST_CELLS + 1).map((cell) => cell.trim())
  const cells: string[] = []
  for (let at = 0; at <= row.length && cells.length <= MOST_CELLS;) {
    const quoted = row[at] === '"' ? closing(row, at) : undefined
    const found = row.indexOf(delimiter, quoted ?? at)
    const end = found === -1 ? row.length : found
    const cell = row.slice(at, end)
    cells.push((quoted === undefined ? cell : unquoted(cell.trimEnd())).trim())
    at = end + 1
  }
  return cells
}

/** Behind the quote that closes the one at `at`. */
function closing(row: string, at: number): number {
  for (let quote = row.indexOf('"', at + 1); quote !== -1; quote = row.indexOf('"', quote + 2)) if (row[quote + 1] !== '"') return quote + 1
  return at + 1
}

function unquoted(cell: string): string {
  return cell.slice(1, cell.length > 1 && cell.endsWith('"') ? -1 : undefined).replaceAll('""', '"')
}
