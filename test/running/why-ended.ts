/** What of a process' output says why it could not start: the error that Node ended with and the place of it, and otherwise the last line. */
export function whyEnded(output: string): string {
  const lines = output.trim().split('\n')
  const isStep = (line: string | undefined) => line?.startsWith('    at ') ?? false
  const at = lines.findLastIndex((line, nth) => !isStep(line) && isStep(lines[nth + 1]))
  if (at === -1) return lines.at(-1)!
  const place = lines.slice(0, at).findLast((line) => /^file:\S+:\d+$/.test(line))
  return place ? `${lines[at]} at ${place.slice('file://'.length)}` : lines[at]!
}
