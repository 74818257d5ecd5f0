/** A word of a sentence, where it stands in it. */
export interface Word {
  readonly text: string
  /** Small letters, no accents, the singular of what looks like a plural. */
  readonly stem: string
  readonly from: number
  readonly to: number
}

/** The words, figures and signs of a sentence: a figure with its point, what a hyphen joins as two words, and each other sign by itself. */
export function wordsOf(sentence: string): Word[] {
  return Array.from(
    sentence.matchAll(/\d{4}-\d\d-\d\d|\d+(?:[.,]\d+)?|w\/|->|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|[^\s\p{L}\p{M}\d]/gu),
    (match) => ({
      text: match[0],
      stem: stemOf(match[0]),
      from: match.index,
      to: match.index + match[0].length,
    }),
  )
}

/** What two forms of an English word have in common: "batteries" and "battery", "dresses" and "dress". */
export function stemOf(word: string): string {
  const plain = word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'")
  if (plain.length < 4 || plain.endsWith('ss')) return plain
  if (plain.endsWith('ies')) return `${plain.slice(0, -3)}y`
  if (/(ch|sh|ss|x|z)es$/.test(plain)) return plain.slice(0, -2)
  if (/(scar|shel|kni|lea|wol|hal|loa|thie|cal|wi)ves$/.test(plain)) return `${plain.slice(0, -3)}f`
  return plain.endsWith('s') && !plain.endsWith('us') ? plain.slice(0, -1) : plain
}

/** The stems of a name, as it is looked for: "needs-batteries" by its parts. */
export const stemsOf = (name: string): string[] =>
  name
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter(Boolean)
    .map(stemOf)
