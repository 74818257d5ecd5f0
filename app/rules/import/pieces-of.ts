import { MOST_NAMES } from './bounds.ts'
import { endOfEntity } from './read-entities.ts'

/** A part of a list as it stands there, from one place to another. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly text: string
  /** It is in quotes, and so a name of its own. */
  readonly isQuoted: boolean
}

/** What parts the names of a list. */
const PARTING = /[,;|\t]/

/** The pieces of a list in one line, blank ones left out, and at most one more than a row may name. */
export function piecesOf(list: string): Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < list.length && pieces.length <= MOST_NAMES;) {
    const from = at + spacesAt(list, at)
    const quoted = quotedAt(list, from)
    const to = quoted?.to ?? endOfBare(list, from)
    const text = quoted?.text ?? list.slice(from, to).trim()
    if (text !== '') pieces.push({ from, to: quoted ? to : from + text.length, text, isQuoted: quoted !== undefined })
    at = to + spacesAt(list, to) + 1
  }
  return pieces
}

const SPACES = /[^\S\t]*/y

function spacesAt(list: string, at: number): number {
  SPACES.lastIndex = at
  return SPACES.exec(list)?.[0].length ?? 0
}

/** What is in quotes there, if the quote that closes it ends a piece: elsewhere it is an inch. */
function quotedAt(list: string, at: number): { readonly text: string; readonly to: number } | undefined {
  if (list[at] !== '"') return undefined
  let end = list.indexOf('"', at + 1)
  while (end !== -1 && list[end + 1] === '"') end = list.indexOf('"', end + 2)
  if (end === -1) return undefined
  const behind = list[end + 1 + spacesAt(list, end + 1)]
  if (behind !== undefined && !PARTING.test(behind)) return undefined
  return {
    text: list
      .slice(at + 1, end)
      .replaceAll('""', '"')
      .trim(),
    to: end + 1,
  }
}

/** The semicolon of `&amp;` parts nothing. */
function endOfBare(list: string, from: number): number {
  let at = from
  while (at < list.length && !PARTING.test(list[at]!)) at = (list[at] === '&' && endOfEntity(list, at)) || at + 1
  return at
}
