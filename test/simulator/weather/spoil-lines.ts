import type { Luck } from '../world/random.ts'
import type { Damage, ExportTrouble } from './export-trouble.ts'

type Row = { readonly value: Readonly<Record<string, unknown>>; readonly isRoot: boolean }
type Spoilt = Extract<ExportTrouble, { readonly kind: 'spoilt' }>

/** One line of an export's file, its end included. */
export interface Line {
  readonly text: string
  readonly isRoot: boolean
}

/** The lines of an export without its weather. */
export function* wholeLines(rows: Iterable<Row>): Generator<Line> {
  for (const { value, isRoot } of rows) yield { text: `${JSON.stringify(value)}\n`, isRoot }
}

/** The lines that the trouble leaves of all rows, which are held in memory for it, and what was done to them. */
export function spoilLines(rows: Iterable<Row>, { broken = 0, orphaned = 0, truncated = false }: Spoilt, luck: Luck): [Line[], Damage] {
  const all = [...rows]
  const parents = new Set(all.map(({ value }) => value['__parentId']))
  const gone = new Set(
    draw(
      all.filter(({ value, isRoot }) => isRoot && parents.has(value['id'])),
      orphaned,
      luck,
    ),
  )
  const kept = all.filter((row) => !gone.has(row))
  const last = truncated ? kept.at(-1) : undefined
  const halved = new Set(
    draw(
      kept.filter((row) => row !== last),
      broken,
      luck,
    ),
  )
  const lines = kept.map((row): Line => {
    const text = JSON.stringify(row.value)
    const half = text.slice(0, Math.ceil(text.length / 2))
    return { text: row === last ? half : halved.has(row) ? `${half}\n` : `${text}\n`, isRoot: row.isRoot }
  })
  const values = (rows: Iterable<Row>) => [...rows].map(({ value }) => value)
  return [lines, { broken: values(halved), leftOut: values(gone), truncated: last?.value ?? null }]
}

function draw<T>(from: readonly T[], count: number, luck: Luck): T[] {
  const left = [...from]
  const drawn: T[] = []
  while (drawn.length < count && left.length > 0) drawn.push(...left.splice(luck.below(left.length), 1))
  return drawn
}
