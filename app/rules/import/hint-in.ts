/** A first line of `sep=` and little else, as Excel reads and other programs write it, in quotes or not. */
const HINT = /^["']?sep *=([^\r\n]{0,20})$/i

/** The hint of a file's first line: what parts its cells, or `''` where it does not say; undefined where the line is no hint. */
export function hintIn(line: string): string | undefined {
  const [, said] = HINT.exec(line.replace(/^ +/, '')) ?? []
  if (said === undefined) return undefined
  const text = said.replace(/^[ "']+/, '').replace(/^(?:\\t|tab)/i, '\t')
  // Programs that saved the line anew have put their own delimiters behind it.
  return /^[^\w]?[\s,;|"']*$/.test(text) ? text.slice(0, 1) : undefined
}
