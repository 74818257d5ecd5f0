import type { ShopId } from '#app/commerce/ids.ts'
import { readMeasurement } from '../arms/measurement.server.ts'
import { readTotals } from '../boards/read-board.server.ts'
import type { Comparison, ComparisonKnown } from './comparison.ts'
import { knowComparison } from './know-comparison.ts'

/** What is known of a comparison now; null where the shop is not measured. */
export async function readComparison(shop: ShopId, { id, plan }: Comparison): Promise<ComparisonKnown | null> {
  const [measurement, totals] = await Promise.all([readMeasurement(shop), readTotals(shop)])
  if (!measurement) return null
  return knowComparison(
    totals.filter(({ scope }) => scope === `comparison/${id}`),
    measurement.epochs['cross-sell'],
    plan,
  )
}
