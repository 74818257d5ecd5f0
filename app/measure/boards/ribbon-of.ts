import { ALPHA } from '../arms/terms.ts'
import type { Epoch } from '../arms/epochs.ts'
import { addMoments, noMoments } from '../ledger/moments.ts'
import { estimate } from '../statistics/estimate.ts'
import { sequence } from '../statistics/interval.ts'
import { strataOf, type ArmTotal, type Measured } from './strata-of.ts'

/** What was changed on a day in the totals of an arm. */
export interface DayChange extends ArmTotal {
  /** `2026-11-29`, the shop's own. */
  readonly day: string
}

/** What was known at the end of a day. */
export interface KnownOn {
  readonly day: string
  readonly effect: number
  readonly low: number
  readonly high: number
  /** Of both arms until then. */
  readonly visitors: number
}

/** What was known, day by day, of the effect on what is offered for each visitor; days on which nothing could be said yet are absent. */
export function ribbonOf(changes: readonly DayChange[], epochs: readonly Epoch[], of: Measured): KnownOn[] {
  const terms = epochs[0]?.terms
  if (!terms) return []
  const days = [...new Set(changes.map(({ day }) => day))].toSorted()
  const totals = new Map<string, ArmTotal & { moments: number[] }>()
  return days.flatMap((day): KnownOn[] => {
    for (const { epoch, isHeldOut, moments } of changes.filter((change) => change.day === day)) {
      const key = `${epoch}|${isHeldOut}`
      const total = totals.get(key) ?? { epoch, isHeldOut, moments: noMoments() }
      addMoments(total.moments, moments)
      totals.set(key, total)
    }
    const known = estimate(strataOf([...totals.values()], epochs, of, 'before'), 'adjusted')
    return known ? [{ day, effect: known.effect, ...sequence(known, ALPHA, terms.tunedFor), visitors: known.visitors }] : []
  })
}
