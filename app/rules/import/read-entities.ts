import { decodeHTMLStrict } from 'entities'

/** What could stand for a character, whether or not there is one of that name. */
const ENTITY = /&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y

/** A text whose characters stand in it as HTML writes them; what stands for none is left as it is. */
export const readEntities = (text: string): string => decodeHTMLStrict(text)

/** Where the character that HTML writes at `at` ends; undefined where none is written there. */
export function endOfEntity(text: string, at: number): number | undefined {
  ENTITY.lastIndex = at
  const [entity] = ENTITY.exec(text) ?? []
  return entity !== undefined && readEntities(entity) !== entity ? at + entity.length : undefined
}
