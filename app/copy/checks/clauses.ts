import type { Hole } from '../sentences/hole.ts'
import type { Readable } from './checked.ts'
import { wordsBesideOwn } from './own-words.ts'

/** What stands between two signs of punctuation. */
export interface Clause {
  readonly text: string
  readonly holes: readonly Hole[]
  /** But for the product's own: before, between and after its holes. */
  readonly pieces: readonly (readonly string[])[]
  readonly words: readonly string[]
}

/** What stands for a hole in a clause's text. */
const HOLE = '…'

/** A heading goes with the hole that it stands before: "Size: {{size}}". */
const BORDER = /[.,;?¿、。，；？،؛؟–—]|[:：](?!\s*$)/u

export function clausesOf({ parts, product, locale }: Pick<Readable, 'parts' | 'product' | 'locale'>): readonly Clause[] {
  const clauses: { text: string; holes: Hole[] }[] = [{ text: '', holes: [] }]
  for (const part of parts) {
    if (part.kind === 'hole') {
      const clause = clauses.at(-1)!
      clause.text += ` ${HOLE} `
      clause.holes.push(part.hole)
      continue
    }
    for (const [at, text] of part.text.split(BORDER).entries()) {
      if (at > 0) clauses.push({ text: '', holes: [] })
      clauses.at(-1)!.text += text
    }
  }
  return clauses.map(({ text, holes }) => {
    const pieces = text.split(HOLE).map((piece) => wordsBesideOwn(piece, { product, locale }))
    return { text: text.replaceAll(/\s+/gu, ' ').trim(), holes, pieces, words: pieces.flat() }
  })
}
