import { FACETS, type Facet } from '../facts/facet.ts'

/** More letters than any sentence that fits, with its holes. */
export const LONGEST_SENTENCE = 400

/** Text, and holes that a fact of the facet fills. */
export type Part = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'hole'; readonly facet: Facet }

/** What is wrong with a sentence that cannot be read. */
export type Unreadable = { readonly kind: 'unknown-hole'; readonly hole: string } | { readonly kind: 'loose-brace' }

/** Reads "Runs on {{power}}, like those you looked at." A brace that belongs to no hole, and a hole that is no facet, are an error. */
export function readSentence(written: string): { readonly kind: 'read'; readonly parts: readonly Part[] } | Unreadable {
  const parts: Part[] = []
  for (const [at, piece] of written.split(/\{\{([^{}]*)\}\}/).entries()) {
    const isHole = at % 2 === 1
    if (!isHole && /[{}]/.test(piece)) return { kind: 'loose-brace' }
    if (!isHole) {
      if (piece !== '') parts.push({ kind: 'text', text: piece })
      continue
    }
    const facet = FACETS.find((one) => one === piece.trim())
    if (!facet) return { kind: 'unknown-hole', hole: piece.trim() }
    parts.push({ kind: 'hole', facet })
  }
  return { kind: 'read', parts }
}

/** The facets that a sentence has holes for; none of one that cannot be read. */
export function holesOf(written: string): readonly Facet[] {
  const read = readSentence(written)
  return read.kind === 'read' ? read.parts.flatMap((part) => (part.kind === 'hole' ? part.facet : [])) : []
}

/** The sentence with its holes filled; undefined where it cannot be read or a hole has nothing to fill it. */
export function fillSentence(written: string, wordsOf: (facet: Facet) => string | undefined): string | undefined {
  const read = readSentence(written)
  if (read.kind !== 'read') return undefined
  let filled = ''
  for (const part of read.parts) {
    const words = part.kind === 'text' ? part.text : wordsOf(part.facet)
    if (words === undefined) return undefined
    filled += words
  }
  return filled
}
