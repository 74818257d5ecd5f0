/** Lines longer than this are no product or order of any shop. */
const LONGEST_LINE = 1_000_000

/**
 * The objects of a JSONL file behind a URL, as they arrive, in batches of `size`; a line that is no JSON comes as
 * undefined. Throws when the file cannot be had, ends early or holds a line beyond a million characters.
 */
export async function* readJsonl(url: string, size: number, signal: AbortSignal): AsyncGenerator<unknown[]> {
  const response = await fetch(url, { signal })
  if (!response.ok || !response.body) throw new Error(`The export's file answered ${response.status}`)
  let batch: unknown[] = []
  let rest = ''
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST_LINE) throw new Error('The export holds a line beyond a million characters')
    for (const line of lines) {
      if (line.trim() !== '') batch.push(parse(line))
      if (batch.length < size) continue
      yield batch
      batch = []
    }
  }
  if (rest.trim() !== '') batch.push(parse(rest))
  if (batch.length > 0) yield batch
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
