import type { ShopId } from '#app/commerce/ids.ts'
import { readMeasurement } from '../arms/measurement.server.ts'
import { byScope, type ScopeKnown } from './by-scope.ts'
import { readTotals } from './read-board.server.ts'

/** What lines about products bring against the merchant's own words: what is said to anybody, and what fits. */
export interface CopyBoard {
  readonly neutral: ScopeKnown | null
  readonly fitted: ScopeKnown | null
}

/** Of those whom something would fit: money spent on the product of the line, in minor units for each visitor. Null where nothing is measured. */
export async function readCopyBoard(shop: ShopId): Promise<CopyBoard | null> {
  const measurement = await readMeasurement(shop)
  if (!measurement) return null
  const known = byScope(await readTotals(shop), measurement.epochs['cross-sell'], 'copy/')
  const of = (arm: string) => known.find(({ scope }) => scope === `copy/${arm}`) ?? null
  return { neutral: of('neutral'), fitted: of('fitted') }
}
