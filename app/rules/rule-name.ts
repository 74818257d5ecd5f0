/** Characters of a rule's name. */
export const LONGEST_NAME = 120

/** A rule's name made of words that may be too long for one: cut between two characters, and shown to be cut. */
export function fitName(words: string): string {
  if (words.length <= LONGEST_NAME) return words
  const start = words.slice(0, LONGEST_NAME - 1).replace(/[\uD800-\uDBFF]$/, '')
  return `${start.trimEnd()}…`
}
