import { LONGEST_ROW } from './bounds.ts'
import { cellsOf, DELIMITERS, tornIn } from './cells-of.ts'
import { cutRows } from './cut-rows.ts'
import { headerAt } from './header-at.ts'

/** A text's first lines; `isCut` where its last one may go on. */
export interface Head {
  readonly text: string
  readonly isCut: boolean
}

/**
 * What parts the cells of a file, by its first lines: what makes a header of them that is understood, tears no quotes, and gives
 * most rows as many cells as each other. What a hint says is believed where it parts anything.
 */
export function findDelimiter(head: Head, hint: string | undefined, isHeader: (cells: readonly string[]) => boolean): string {
  if (hint && fitOf(head, hint, isHeader).evenRows > 0) return hint
  let best: { readonly delimiter: string; readonly fit: Fit } | undefined
  for (const delimiter of Object.values(DELIMITERS)) {
    const fit = fitOf(head, delimiter, isHeader)
    if (!best || isBetter(fit, best.fit)) best = { delimiter, fit }
  }
  return best!.delimiter
}

/** How well a delimiter fits; of two, the first of these that differs decides. */
interface Fit {
  readonly isUnderstood: boolean
  readonly torn: number
  /** Rows of as many cells, two at the least, as most rows have. */
  readonly evenRows: number
  readonly isHeaderEven: boolean
  readonly cells: number
}

function fitOf(head: Head, delimiter: string, isHeader: (cells: readonly string[]) => boolean): Fit {
  const rows = rowsIn(head, delimiter)
  const tables = rows.map((row) => cellsOf(row, delimiter))
  const sizes = tables.map(({ length }) => length).filter((size) => size > 1)
  const alike = (size: number) => sizes.filter((one) => one === size).length
  const cells = sizes.reduce((best, size) => (alike(size) > alike(best) || (alike(size) === alike(best) && size > best) ? size : best), 0)
  const header = tables[headerAt(tables)] ?? []
  return {
    isUnderstood: isHeader(header),
    torn: cells === 0 ? Infinity : rows.reduce((sum, row) => sum + tornIn(row, delimiter), 0),
    evenRows: alike(cells),
    isHeaderEven: header.length === cells,
    cells,
  }
}

function rowsIn({ text, isCut }: Head, delimiter: string): string[] {
  const cut = cutRows(LONGEST_ROW, delimiter)
  const rows = [...cut.take(text)].map((row) => row.text)
  if (!isCut || rows.length === 0) rows.push(cut.last().text)
  return rows.filter((row) => row.trim() !== '')
}

function isBetter(fit: Fit, than: Fit): boolean {
  if (fit.isUnderstood !== than.isUnderstood) return fit.isUnderstood
  if (fit.torn !== than.torn) return fit.torn < than.torn
  if (fit.evenRows !== than.evenRows) return fit.evenRows > than.evenRows
  if (fit.isHeaderEven !== than.isHeaderEven) return fit.isHeaderEven
  return fit.cells > than.cells
}
