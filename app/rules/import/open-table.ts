import { takeChosen, type ChosenColumns } from './chosen-columns.ts'
import { headerAt } from './header-at.ts'
import { understandHeader, type Understood } from './understand-header.ts'

/** A file's table, by its first rows. */
export interface Table {
  /** Undefined where nobody knows what its columns hold. */
  readonly understood: Understood | undefined
  /** Which of the first rows names the columns. */
  readonly header: number
  /** The first row of pairs. */
  readonly from: number
  /** Cells that the header gives a row; what stands behind them has no name. */
  readonly width: number
}

/** Tells by the first rows of a file what its columns hold, or takes them as they were chosen. */
export function openTable(rows: readonly (readonly string[])[], chosen: ChosenColumns | undefined): Table {
  const header = headerAt(rows)
  const cells = rows[header] ?? []
  const most = Math.max(...rows.map(({ length }) => length))
  const understood = chosen ? takeChosen(cells, chosen, most) : understandHeader(cells)
  const columns = understood ? [understood.beside, ...understood.offered].map(({ at }) => at + 1) : []
  return {
    understood,
    header,
    from: chosen?.isHeadless ? 0 : header + 1,
    width: Math.max(...columns, 1 + cells.findLastIndex((cell) => cell !== '')),
  }
}
