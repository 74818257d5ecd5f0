/** What of a process' output says why it could not start: Node's own error with the place of it, and otherwise its last line. */
export function whyEnded(output: string): string {
  const lines = output.trim().split('\n')
  const at = lines.findLastIndex((line) => /^\w*Error\b/.test(line))
  if (at === -1) return lines.at(-1)!
  const place = lines.slice(0, at).findLast((line) => /^file:\S+:\d+$/.test(line))
  return place ? `${lines[at]} at ${place.slice('file://'.length)}` : lines[at]!
}
