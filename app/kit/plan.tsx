import { createContext, useContext } from 'react'
import { EVERY_PLACEMENT, placementsOn, type Placement, type Plan } from '#app/commerce/placement.ts'

const PlanContext = createContext<Plan>('plus')

/** The plan of the merchant's shop, for all that is shown of it. */
export const PlanProvider = PlanContext.Provider

/** The placements that the shop has pages for, in the table's order; and those `besides`, which somebody has spoken of already. */
export function usePlacements(besides: readonly Placement[] = []): readonly Placement[] {
  const known = placementsOn(useContext(PlanContext))
  return EVERY_PLACEMENT.filter((placement) => known.includes(placement) || besides.includes(placement))
}
