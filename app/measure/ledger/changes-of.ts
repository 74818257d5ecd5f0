import type { Counted } from './count-visitor.ts'
import { addVisitor, noMoments } from './moments.ts'
import { OUTCOMES, type Outcomes } from './outcomes.ts'
import type { Scope } from './scopes-of.ts'

/** What stands in the totals for a visitor in an epoch and scope. */
export type Standing = ReadonlyMap<string, Outcomes>

/** A row that is written. */
export interface ChangedVisitor extends Counted {
  readonly visitor: string
}

export interface TotalChange {
  readonly epoch: number
  readonly scope: Scope
  readonly isHeldOut: boolean
  readonly moments: readonly number[]
}

export const standingKey = (visitor: string, epoch: number, scope: string): string => `${visitor}|${epoch}|${scope}`

/** What must change for the totals to be the sum over what visitors come to now. Who comes to what they came to changes nothing. */
export function changesOf(counted: ReadonlyMap<string, readonly Counted[]>, standing: Standing) {
  const changed: ChangedVisitor[] = []
  const totals = new Map<string, TotalChange & { moments: number[] }>()
  for (const [visitor, all] of counted) {
    for (const one of all) {
      const { epoch, scope, isHeldOut, outcomes } = one
      const before = standing.get(standingKey(visitor, epoch, scope))
      if (before && OUTCOMES.every((name) => before[name] === outcomes[name])) continue
      changed.push({ ...one, visitor })
      const key = `${epoch}|${scope}|${isHeldOut}`
      const total = totals.get(key) ?? { epoch, scope, isHeldOut, moments: noMoments() }
      totals.set(key, total)
      if (before) addVisitor(total.moments, before, -1)
      addVisitor(total.moments, outcomes, 1)
    }
  }
  return { changed, totals: [...totals.values()] as readonly TotalChange[] }
}
