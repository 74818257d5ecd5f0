/** What Ruby takes for space at the ends of a text: no others of Unicode's. */
const spaces = new Set(['\0', '\t', '\n', '\v', '\f', '\r', ' '])

export function rubyStrip(text: unknown): string {
  const written = String(text ?? '')
  let [from, to] = [0, written.length]
  while (from < to && spaces.has(written[from]!)) from += 1
  while (to > from && spaces.has(written[to - 1]!)) to -= 1
  return written.slice(from, to)
}

/** Letter by letter: Ruby does not look at what stands around a sigma. */
export function rubyDowncase(text: unknown): string {
  return Array.from(String(text ?? ''), (letter) => letter.toLowerCase()).join('')
}
