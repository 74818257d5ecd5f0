import { z } from 'zod'
import type { Condition } from './conditions/condition.ts'
import { conditionSchema } from './conditions/condition-schema.ts'
import { freeDeliverySchema, type FreeDelivery } from './free-delivery.ts'
import { neverTogetherOf, type NeverTogether } from './never-together.ts'

/** What holds for every slot of a shop, whatever a rule or a model says. */
export interface Bounds {
  /** What is never offered; null excludes nothing. */
  readonly exclusion: Condition | null
  readonly neverTogether: readonly NeverTogether[]
  /**
   * How far above its cost a piece stays at least when a rule's discount is taken off it: hundredths of a percent of the cost. Absent
   * for no floor. What cost is not known of has none either.
   */
  readonly floor?: number | undefined
  /** From what on a cart is delivered free, by market; absent where the merchant states nothing. */
  readonly freeDelivery?: readonly FreeDelivery[] | undefined
}

/** Tenfold the cost. */
const HIGHEST_FLOOR = 90_000

export const NO_BOUNDS: Bounds = { exclusion: null, neverTogether: [] }

/** The parts of an object that holds bounds, their conditions read as given. */
export const boundsOf = (condition: z.ZodType<Condition>) => ({
  exclusion: condition.nullable(),
  neverTogether: neverTogetherOf(condition),
  floor: z.int('fault.floor').min(0, 'fault.floor').max(HIGHEST_FLOOR, 'fault.floor').optional(),
  freeDelivery: freeDeliverySchema.optional(),
})

export const boundsShape = boundsOf(conditionSchema)

/** Every condition in which the bounds name products. */
export function conditionsIn({ exclusion, neverTogether }: Bounds): Condition[] {
  return [...(exclusion ? [exclusion] : []), ...neverTogether.flatMap(({ one, other }) => [one, other])]
}
