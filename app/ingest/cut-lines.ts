import { Sayable } from '#app/failure.ts'

export interface CutLines {
  /** The lines that end in the next part of the text. */
  readonly take: (part: string) => string[]
  /** The line that has not ended. */
  readonly last: () => string
}

/**
 * Cuts a text into its lines as it comes: what came of one before is not looked at again until it ends. Throws where one goes on
 * beyond `longest` characters.
 */
export function cutLines(longest: number): CutLines {
  let begun = ''
  const take = (part: string): string[] => {
    const lines = part.split('\n')
    lines[0] = begun + lines[0]!
    begun = lines.pop()!
    if (begun.length > longest) throw new Sayable(`The export holds a line beyond ${longest} characters`)
    return lines
  }
  return { take, last: () => begun }
}
