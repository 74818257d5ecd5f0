import type { Column, Understood } from './understand-header.ts'

/** What somebody says that a file's columns hold. Places count from 0. */
export interface ChosenColumns {
  /** The product beside which something is offered. */
  readonly beside: number
  readonly offered: readonly number[]
  /** The first row names no columns: it is of pairs, too. */
  readonly isHeadless: boolean
}

/**
 * Takes a file's columns as they were chosen, by the row that names them and the columns that its first rows have; undefined where
 * it has no such columns, or none is offered.
 */
export function takeChosen(
  cells: readonly string[],
  { beside, offered, isHeadless }: ChosenColumns,
  most = cells.length,
): Understood | undefined {
  const columns = Array.from({ length: most }, (_, at): Column => ({
    at,
    header: (!isHeadless && cells[at]) || letterOf(at),
    by: 'anything',
  }))
  const product = columns[beside]
  const wanted = columns.filter(({ at }) => at !== beside && offered.includes(at))
  if (!product || wanted.length === 0) return undefined
  return {
    beside: product,
    offered: wanted,
    ignored: columns.filter((column) => column !== product && !wanted.includes(column)).map(({ header }) => header),
  }
}

/** What spreadsheets call a column: A, B … Z, AA, AB … */
export function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last
}

/** The place of the column that spreadsheets call so, in whatever case; undefined where none is. */
export function placeOf(letters: string): number | undefined {
  if (!/^[a-z]{1,3}$/i.test(letters)) return undefined
  return [...letters.toUpperCase()].reduce((places, letter) => 26 * places + letter.charCodeAt(0) - 64, 0) - 1
}
