import { DELIMITERS } from '#app/rules/import/cells-of.ts'
import { placeOf, type ChosenColumns } from '#app/rules/import/chosen-columns.ts'

/** What the command says of a file's columns, by the letters that spreadsheets give them; `''` where it says nothing. */
export interface ColumnsWish {
  readonly product: string
  /** Several with commas between them. */
  readonly offered: string
  readonly headless: boolean
}

/** The columns as they are said to be; undefined where nothing is said of them, `'unclear'` where it is not said of all. */
export function columnsSaid({ product, offered, headless }: ColumnsWish): ChosenColumns | 'unclear' | undefined {
  if (product === '' && offered === '' && !headless) return undefined
  const beside = placeOf(product.trim())
  const places = offered.split(',').map((letters) => placeOf(letters.trim()))
  if (beside === undefined || places.includes(undefined)) return 'unclear'
  return { beside, offered: places.flatMap((place) => place ?? []), isHeadless: headless }
}

/** The delimiter that is said by its name or as it is; undefined where none is said, `'unclear'` where it is none. */
export function delimiterSaid(said: string): string | undefined {
  if (said === '') return undefined
  return Object.entries(DELIMITERS).find((names) => names.includes(said.toLowerCase()))?.[1] ?? 'unclear'
}
