import { parseKeepable } from '#app/platform/parse-keepable.ts'
import { Garbled } from './broken-line.ts'
import { cutLines } from './cut-lines.ts'
import { download } from './download.server.ts'

/** Lines longer than this are no product or order of any shop. */
const LONGEST_LINE = 1_000_000

/** A file of JSON lines at a URL; `size` in bytes, null where it is not known. */
export interface JsonlFile {
  readonly url: string
  readonly size: number | null
}

/**
 * The objects of a JSONL file as they arrive, in batches of `most`; a line that is no JSON, or goes on beyond a million
 * characters, comes as Garbled. Throws as `download` does.
 */
export async function* readJsonl({ url, size }: JsonlFile, most: number, signal: AbortSignal): AsyncGenerator<unknown[]> {
  const decoder = new TextDecoder()
  let batch: unknown[] = []
  const lines = cutLines(LONGEST_LINE)
  for await (const bytes of download(url, size, signal)) {
    for (const line of lines.take(decoder.decode(bytes, { stream: true }))) {
      if (!isBlank(line)) batch.push(parse(line))
      if (batch.length < most) continue
      yield batch
      batch = []
    }
  }
  const last = lines.last()
  if (!isBlank(last)) batch.push(parse(last))
  if (batch.length > 0) yield batch
}

function isBlank(line: string | Garbled): boolean {
  return typeof line === 'string' && line.trim() === ''
}

function parse(line: string | Garbled): unknown {
  if (typeof line !== 'string') return line
  try {
    return parseKeepable(line)
  } catch {
    return new Garbled(line)
  }
}
