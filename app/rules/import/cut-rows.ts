/** A row as it stands in a text; `line` counts from 1, and a row with line breaks in it begins at its first line. */
export interface UncutRow {
  readonly line: number
  readonly text: string
}

export interface CutRows {
  /** The rows that end in the next part of the text; returns what keeps it from being read on, and where. */
  readonly take: (part: string) => Generator<UncutRow, { readonly line: number; readonly why: 'row-too-long' } | undefined>
  /** The row that has not ended, and whether it cannot end here. */
  readonly last: () => UncutRow & { readonly isInQuotes: boolean }
}

const [QUOTE, LF, CR] = [0x22, 0x0a, 0x0d]
/** Stands for a quote that neither closes nor is the first of two. */
const SPENT = 0

/**
 * Cuts a text into rows of at most `longest` characters. Each character is looked at once, in however many parts they come. A row
 * ends with a line outside quotes; a quote opens where a cell begins, and is a mere character elsewhere.
 */
export function cutRows(longest: number, delimiter: string): CutRows {
  const parting = delimiter.charCodeAt(0)
  // Where the text stands: in what has come of a row, in quotes or not, and behind which character.
  let begun = ''
  let line = 1
  let breaks = 0
  let isQuoted = false
  let before = LF

  function* take(part: string): ReturnType<CutRows['take']> {
    let from = 0
    let room = longest - begun.length
    for (let at = 0; at < part.length; at += 1) {
      const last = before
      const char = (before = part.charCodeAt(at))
      if (isQuoted && last !== QUOTE) {
        if ((char === LF && last !== CR) || char === CR) breaks += 1
      } else if (isQuoted && char === QUOTE) before = SPENT
      else {
        if (isQuoted) isQuoted = false
        if (char === LF && last === CR) {
          from = at + 1
          continue
        }
        if (char === LF || char === CR) {
          yield { line, text: begun + part.slice(from, at) }
          line += 1 + breaks
          begun = ''
          breaks = 0
          from = at + 1
          room = longest
          continue
        }
        if (char === QUOTE && (last === LF || last === CR || last === parting)) {
          isQuoted = true
          before = SPENT
        }
      }
      if (at - from >= room) return { line, why: 'row-too-long' }
    }
    begun += part.slice(from)
    return undefined
  }

  return { take, last: () => ({ line, text: begun, isInQuotes: isQuoted && before !== QUOTE }) }
}
