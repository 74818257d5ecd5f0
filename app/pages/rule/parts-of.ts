import type { Stretch } from '#app/rules/sayings/read-saying.ts'

/** A part of a sentence, and whether the rule that was made of it has nothing for it. */
export interface SaidPart {
  readonly text: string
  readonly isUnknown: boolean
}

/** The sentence in parts, in their order. */
export function partsOf(sentence: string, unknown: readonly Stretch[]): SaidPart[] {
  const parts: SaidPart[] = []
  let at = 0
  for (const { from, to } of unknown) {
    parts.push({ text: sentence.slice(at, from), isUnknown: false }, { text: sentence.slice(from, to), isUnknown: true })
    at = to
  }
  return [...parts, { text: sentence.slice(at), isUnknown: false }].filter(({ text }) => text !== '')
}
