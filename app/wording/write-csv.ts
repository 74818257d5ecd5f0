/**
 * A row of a CSV file that a spreadsheet may open: RFC 4180, and of no text a formula. A spreadsheet parts a file by what its
 * country parts by, and then quotes hold nothing together: whatever may part cells or lines begins a cell that could be one.
 * There an apostrophe stands before what would make it a formula, and a text is on one line.
 */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map(written).join()}\r\n`
}

function written(cell: string | number | null): string {
  if (typeof cell !== 'string') return String(cell ?? '')
  const text = guarded(cell)
  return /[",;|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Tabs and line breaks of every kind. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
/** Where a cell begins, or would for somebody, and behind spaces and quotes there is what makes a formula of it. */
const FORMULA = /(^|[,;|])([\s"]*)(?=[=+\-@＝＋－＠])/g

const guarded = (text: string) => text.replace(BREAKS, ' ').replace(FORMULA, "$1$2'")
