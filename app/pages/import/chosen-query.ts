import { DELIMITERS, type DelimiterName } from '#app/rules/import/cells-of.ts'
import type { ChosenColumns } from '#app/rules/import/chosen-columns.ts'

/** Columns that a merchant chose, as the query of the address that reads their file. */
export function writeChosen({ beside, offered, isHeadless }: ChosenColumns): URLSearchParams {
  const query = new URLSearchParams({ beside: String(beside) })
  for (const at of offered) query.append('offered', String(at))
  if (isHeadless) query.set('headless', '1')
  return query
}

/** Reads any query; undefined where it names no column of the product itself. */
export function readChosen(query: URLSearchParams): ChosenColumns | undefined {
  const [beside] = placesIn(query, 'beside')
  return beside === undefined ? undefined : { beside, offered: placesIn(query, 'offered'), isHeadless: query.has('headless') }
}

/** What the query says that parts the columns; undefined where it says nothing. */
export function readDelimiter(query: URLSearchParams): DelimiterName | undefined {
  const said = query.get('delimiter') ?? ''
  return Object.hasOwn(DELIMITERS, said) ? (said as DelimiterName) : undefined
}

function placesIn(query: URLSearchParams, name: string): number[] {
  return query.getAll(name).flatMap((text) => (/^\d{1,4}$/.test(text) ? Number(text) : []))
}
