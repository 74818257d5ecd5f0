import { Garbled } from './broken-line.ts'

export interface CutLines {
  /** The lines that end in the next part of the text. */
  readonly take: (part: string) => (string | Garbled)[]
  /** The line that has not ended. */
  readonly last: () => string | Garbled
}

export const TOO_LONG = 'is too long to be read'
/** Of a line that is too long so much stays at either end: there it says what it is about. */
const KEPT = 2_000

/**
 * Cuts a text into its lines as it comes: what came of one before is not looked at again until it ends. Of one that goes on beyond
 * `longest` characters the ends alone are kept.
 */
export function cutLines(longest: number): CutLines {
  let begun = ''
  let head: string | undefined
  const grow = (piece: string): void => {
    begun += piece
    if (begun.length <= (head === undefined ? longest : 2 * KEPT)) return
    head ??= copied(begun.slice(0, KEPT))
    begun = copied(begun.slice(-KEPT))
  }
  const last = () => (head === undefined ? begun : new Garbled(`${head} ${begun.slice(-KEPT)}`, TOO_LONG))
  const take = (part: string): (string | Garbled)[] => {
    const pieces = part.split('\n')
    const rest = pieces.pop()!
    const lines = pieces.map((piece) => {
      grow(piece)
      const line = last()
      ;[begun, head] = ['', undefined]
      return line
    })
    grow(rest)
    return lines
  }
  return { take, last }
}

/** A slice would keep the whole line in memory. */
function copied(text: string): string {
  return text.split('').join('')
}
