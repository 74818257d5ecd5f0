import type { Catalog } from '#app/catalog/catalog.ts'
import { csvRows, type BrokenCsv } from './csv-rows.ts'
import { findProductIn } from './find-product.ts'
import { gatherPairings, type Gathering, type Reason, type RowFate } from './gather-pairings.ts'
import type { Pairing } from './pairing.ts'
import { understandHeader, type Understood } from './understand-header.ts'

export interface PairingsRead {
  readonly kind: 'read'
  readonly understood: Understood
  /** Below the header; of those, the ones of which something was left out, for each reason. */
  readonly rows: number
  readonly left: Readonly<Partial<Record<Reason, number>>>
  readonly pairings: readonly Pairing[]
}

export type PairingsReading = PairingsRead | BrokenCsv | { readonly kind: 'not-understood'; readonly headers: readonly string[] }

/** Reads a CSV file of what goes with what as it arrives, whatever app wrote it. `tell` hears what becomes of each row. */
export async function readPairings(text: AsyncIterable<string>, catalog: Catalog, tell: (fate: RowFate) => void): Promise<PairingsReading> {
  let understood: Understood | undefined
  let gathering: Gathering | undefined
  let rows = 0
  const left: Partial<Record<Reason, number>> = {}
  for await (const row of csvRows(text)) {
    if (row.kind === 'broken') return row
    if (!gathering) {
      understood = understandHeader(row.cells)
      if (!understood) return { kind: 'not-understood', headers: row.cells }
      gathering = gatherPairings(understood, findProductIn(catalog))
      continue
    }
    rows += 1
    const fate = gathering.take(row)
    for (const why of new Set(fate.left.map((one) => one.why))) left[why] = (left[why] ?? 0) + 1
    tell(fate)
  }
  if (!understood || !gathering) return { kind: 'not-understood', headers: [] }
  return { kind: 'read', understood, rows, left, pairings: gathering.pairings() }
}
