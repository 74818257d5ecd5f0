import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** The rows of a CSV file (gzipped where its name says so) as objects by heading. Quoted fields may hold commas and doubled quotes. */
export function* readCsv(path: string): Generator<Record<string, string>> {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  let headings: string[] | undefined
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue
    const cells = line.includes('"') ? splitQuoted(line) : line.split(',')
    if (headings) yield Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? '']))
    else headings = cells
  }
}

function splitQuoted(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}
