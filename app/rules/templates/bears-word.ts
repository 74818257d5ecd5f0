/** Shorter words are looked for by themselves alone: “ink” is no part of “drinks”. */
const LONG = 5

/**
 * Tells whether a name bears one of the words, whatever their case and accents. Long words are found at the beginning of
 * others and at their end, in the plural too: “Schutzhüllen” bears “Hülle”, “Propellers” does not bear “pelle”.
 */
export function bearing(words: readonly string[]): (name: string) => boolean {
  const patterns = words.map(plainly).map((word) => new RegExp(word.length < LONG ? `\\b${word}\\b` : `\\b${word}|${word}[en]?[ns]?\\b`))
  return (name) => {
    const text = plainly(name)
    return patterns.some((pattern) => pattern.test(text))
  }
}

/** Small letters without accents, and one space for all that is neither letter nor digit. */
export function plainly(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a name that are left once the given ones are taken out of it. */
export function wordsBesides(words: readonly string[], name: string): string[] {
  let text = ` ${plainly(name)} `
  for (const word of words.map(plainly).sort((a, b) => b.length - a.length))
    text = word.length >= LONG ? text.replaceAll(word, ' ') : text.replaceAll(` ${word} `, ' ')
  return text.split(' ').filter(Boolean)
}
