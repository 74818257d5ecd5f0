import type { Condition } from './conditions/condition.ts'
import { conditionSchema } from './conditions/condition-schema.ts'
import { neverTogetherSchema, type NeverTogether } from './never-together.ts'

/** What holds for every slot of a shop, whatever a rule or a model says. */
export interface Bounds {
  /** What is never offered; null excludes nothing. */
  readonly exclusion: Condition | null
  readonly neverTogether: readonly NeverTogether[]
}

export const NO_BOUNDS: Bounds = { exclusion: null, neverTogether: [] }

export const boundsShape = { exclusion: conditionSchema.nullable(), neverTogether: neverTogetherSchema }

/** Every condition in which the bounds name products. */
export function conditionsIn({ exclusion, neverTogether }: Bounds): Condition[] {
  return [...(exclusion ? [exclusion] : []), ...neverTogether.flatMap(({ one, other }) => [one, other])]
}
