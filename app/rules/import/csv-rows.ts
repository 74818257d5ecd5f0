/** A row of a CSV file; `line` counts from 1, and a row with line breaks in it begins at its first line. */
export interface CsvRow {
  readonly kind: 'row'
  readonly line: number
  readonly cells: readonly string[]
}

/** From this line on the file is nothing that could be read. */
export interface BrokenCsv {
  readonly kind: 'broken'
  readonly line: number
  readonly why: 'quote-never-ends' | 'row-too-long' | 'not-utf-8'
}

const DELIMITERS = [',', ';', '\t', '|'] as const
/** Characters of one row; more is no list of products. */
const LONGEST_ROW = 100_000

/**
 * The rows of a CSV text as it arrives, of which little more than one row is held at a time: RFC 4180, with the delimiter
 * that its first row has most of, line ends of every kind, and no byte order mark. A quote inside a bare cell is a mere
 * character. Blank lines are no rows. Ends with BrokenCsv where it cannot go on.
 */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<CsvRow | BrokenCsv> {
  let rest = ''
  let line = 1
  let delimiter: string | undefined
  let isBegun = false
  const rowAt = (row: string): CsvRow | undefined => {
    const at = line
    line += 1 + (row.match(/\r\n|\n|\r/g)?.length ?? 0)
    if (row.trim() === '') return undefined
    delimiter ??= delimiterOf(row)
    return { kind: 'row', line: at, cells: cellsOf(row, delimiter) }
  }
  for await (const part of text) {
    // What a decoder writes for bytes that are no text.
    if (part.includes('\uFFFD')) return yield { kind: 'broken', line, why: 'not-utf-8' }
    rest += isBegun ? part : part.replace(/^\uFEFF/, '')
    isBegun ||= part !== ''
    let from = 0
    for (let end = endOfRow(rest, from); end; end = endOfRow(rest, from)) {
      const row = rowAt(rest.slice(from, end.at))
      if (row) yield row
      from = end.next
    }
    rest = rest.slice(from)
    if (rest.length > LONGEST_ROW) return yield { kind: 'broken', line, why: 'row-too-long' }
  }
  if (!endOfRow(`${rest}\n\n`, 0)) return yield { kind: 'broken', line, why: 'quote-never-ends' }
  const row = rowAt(rest)
  if (row) yield row
}

/** Where the row that begins at `from` ends, and the next begins; undefined where more must come to tell. */
function endOfRow(text: string, from: number): { readonly at: number; readonly next: number } | undefined {
  let isQuoted = false
  for (let at = from; at < text.length; at += 1) {
    const char = text[at]!
    if (isQuoted) {
      if (char === '"' && text[at + 1] === '"') at += 1
      else if (char === '"') isQuoted = false
    } else if (char === '"') isQuoted = at === from || DELIMITERS.includes(text[at - 1] as never)
    else if (char === '\n') return { at, next: at + 1 }
    else if (char === '\r') {
      if (at + 1 === text.length) return undefined
      return { at, next: text[at + 1] === '\n' ? at + 2 : at + 1 }
    }
  }
  return undefined
}

/** What parts the first row's cells; a comma where nothing does. */
function delimiterOf(row: string): string {
  const bare = row.replace(/"(?:[^"]|"")*"/g, '')
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!
}

function cellsOf(row: string, delimiter: string): string[] {
  const cells: string[] = []
  for (let at = 0; at <= row.length;) {
    const quoted = row[at] === '"' ? closing(row, at) : undefined
    const end = row.indexOf(delimiter, quoted ?? at)
    const cell = row.slice(at, end === -1 ? row.length : end)
    cells.push((quoted === undefined ? cell : cell.trimEnd().replace(/^"|"$/g, '').replaceAll('""', '"')).trim())
    at = end === -1 ? row.length + 1 : end + 1
  }
  return cells
}

/** Where the quote that opens at `at` is closed. */
function closing(row: string, at: number): number {
  const end = /^"(?:[^"]|"")*"/.exec(row.slice(at))
  return at + (end?.[0].length ?? 1)
}
