import { join } from 'node:path'
import { readCsv } from './read-csv.ts'
import type { Part } from './split.ts'

/** A question of a folder's `queries_*.csv.gz`, its products by the folder's names. */
export interface Query {
  readonly id: string
  readonly kind: string
  readonly customer: string
  readonly timestamp: string
  readonly seq: string
  readonly given: readonly string[]
  readonly target: readonly string[]
}

const words = (text: string | undefined) => (text ? text.split(' ') : [])

export function readQueries(folder: string, file: 'a' | 'b', stage: Part): Query[] {
  return [...readCsv(join(folder, `queries_${file}_${stage}.csv.gz`))].map((row) => ({
    id: row['qid']!,
    kind: row['kind'] ?? '',
    customer: row['customer_id'] ?? '',
    timestamp: row['timestamp'] ?? '',
    seq: row['seq'] ?? '',
    given: words(row['given']),
    target: words(row['target']),
  }))
}
