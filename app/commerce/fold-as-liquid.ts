/** What Liquid takes for space at the ends of a name: no others of Unicode's. */
const SPACES = new Set(['\0', '\t', '\n', '\v', '\f', '\r', ' '])

/**
 * A name in the form in which the theme's Liquid compares it (`strip | downcase`, as Ruby does them): letter by letter, so that a
 * sigma at a word's end stays like any other, and with its non-breaking spaces. Whatever a guard looks at is folded like this,
 * wherever it is decided; otherwise a rule would hold in the preview and never in the shop.
 */
export function foldAsLiquid(name: string): string {
  let from = 0
  let to = name.length
  while (from < to && SPACES.has(name[from]!)) from += 1
  while (to > from && SPACES.has(name[to - 1]!)) to -= 1
  return Array.from(name.slice(from, to), (letter) => letter.toLowerCase()).join('')
}
