import { HOLES, type Hole } from './hole.ts'

/** More letters than any sentence that fits, with its holes. */
export const LONGEST_SENTENCE = 400

/** Text, and holes that are filled from what is true. */
export type Part = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'hole'; readonly hole: Hole }

/** What is wrong with a sentence that cannot be read. */
export type Unreadable = { readonly kind: 'unknown-hole'; readonly hole: string } | { readonly kind: 'loose-brace' }

/** Reads "Runs on {{power}}, like those you looked at." A brace that belongs to no hole, and a hole that nothing fills, are an error. */
export function readSentence(written: string): { readonly kind: 'read'; readonly parts: readonly Part[] } | Unreadable {
  const parts: Part[] = []
  for (const [at, piece] of written.split(/\{\{([^{}]*)\}\}/).entries()) {
    const isHole = at % 2 === 1
    if (!isHole && /[{}]/.test(piece)) return { kind: 'loose-brace' }
    if (!isHole) {
      if (piece !== '') parts.push({ kind: 'text', text: piece })
      continue
    }
    const hole = HOLES.find((one) => one === piece.trim())
    if (!hole) return { kind: 'unknown-hole', hole: piece.trim() }
    parts.push({ kind: 'hole', hole })
  }
  return { kind: 'read', parts }
}

/** The holes of a sentence; none of one that cannot be read. */
export function holesOf(written: string): readonly Hole[] {
  const read = readSentence(written)
  return read.kind === 'read' ? read.parts.flatMap((part) => (part.kind === 'hole' ? part.hole : [])) : []
}

/** The sentence with its holes filled; undefined where it cannot be read or a hole has nothing to fill it. */
export function fillSentence(written: string, wordsOf: (hole: Hole) => string | undefined): string | undefined {
  const read = readSentence(written)
  if (read.kind !== 'read') return undefined
  let filled = ''
  for (const part of read.parts) {
    const words = part.kind === 'text' ? part.text : wordsOf(part.hole)
    if (words === undefined) return undefined
    filled += words
  }
  return filled
}
