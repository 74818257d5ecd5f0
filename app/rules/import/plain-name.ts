import { fold } from '../conditions/kind.ts'
import { readEntities } from './read-entities.ts'

/** Characters that nobody sees: where a word may be broken, and marks of byte order. */
const UNSEEN = /\u00AD|\u200B|\u200C|\u200D|\u2060|\uFEFF/g

/**
 * A name as a reader sees it: as HTML shows it, its letters composed and of common width, with one space between words. Programs
 * write one name in many ways on its way into a file and out.
 */
export function plainName(name: string): string {
  // Some write as HTML what stood there as HTML already.
  return fold(readEntities(readEntities(name)).normalize('NFKC').replace(UNSEEN, '').replace(/\s+/g, ' '))
}

/** What a cell says that is written as a formula so that a spreadsheet keeps its zeros: `="00123"`. */
export function unformula(cell: string): string {
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell
}
