import type { Estimate } from './estimate.ts'
import { sequence } from './interval.ts'

/** What stands beside the verdict, always, of everything that those who could see the offer bought; each capped, null of too few. */
export interface Safeguards {
  /** Or profit, for each visitor. */
  readonly revenue: Estimate | null
  /** Orders for each visitor. */
  readonly conversion: Estimate | null
  /** Revenue for each order. */
  readonly orderValue: Estimate | null
  /** For each order: units of all items, and of all but the offered ones. */
  readonly units: Estimate | null
  readonly otherUnits: Estimate | null
}

/** Safeguards that no gain of the offered items makes up for. */
export type Harm = 'revenue' | 'conversion'

interface Looks {
  readonly alpha: number
  readonly tunedFor: number
}

/** Which safeguard lies below zero for certain, if any. */
export function harmOf({ revenue, conversion }: Safeguards, looks: Looks): Harm | null {
  if (fallsBelow(revenue, 0, looks)) return 'revenue'
  return fallsBelow(conversion, 0, looks) ? 'conversion' : null
}

/** Whether an effect is below this floor for certain, at whatever time one looks. */
export function fallsBelow(estimate: Estimate | null, floor: number, { alpha, tunedFor }: Looks): boolean {
  return estimate !== null && sequence(estimate, alpha, tunedFor).high < floor
}

export type Displacement =
  /** Other items lose this share of what the offered ones gain. */
  | { readonly kind: 'displaced'; readonly replaced: number }
  /** Not all of the gain comes from others. */
  | { readonly kind: 'beside' }
  /** Not known: it will be once the sequence at this level tells this effect from 0 in this estimate; null where there is none yet. */
  | { readonly kind: 'open'; readonly gap: { readonly estimate: Estimate; readonly effect: number; readonly alpha: number } | null }

/** To say that something is added is the claim that everybody else makes lightly: this part of the error is allowed for it. */
export const STRICTER = 1 / 10

/**
 * Where the offered items gain: do others lose? Revenue per visitor would show it, but most of what it varies comes from who
 * buys at all and from dear orders; for +3 % a shop of 1,250 orders a month would wait for years. Units per order have neither:
 * an item bought beside others raises them, one bought instead of another does not, and units of the other items fall. An
 * order more that would not have been placed, of the offered item alone, makes other units per order fall as well: while
 * conversion has risen for certain, that is not taken for displacement, and revenue may speak instead of units.
 */
export function displacement({ revenue, conversion, units, otherUnits }: Safeguards, { alpha, tunedFor }: Looks): Displacement {
  const isRising = (estimate: Estimate | null, level: number) => estimate !== null && sequence(estimate, level, tunedFor).low > 0
  if (units && fallsBelow(otherUnits, 0, { alpha, tunedFor }) && otherUnits && !isRising(conversion, alpha)) {
    return { kind: 'displaced', replaced: -otherUnits.effect / Math.max(units.effect - otherUnits.effect, Number.EPSILON) }
  }
  const level = alpha * STRICTER
  if (isRising(units, level) || isRising(revenue, level)) return { kind: 'beside' }
  // What the offered items alone have added to each order: what units rise by if nothing is replaced.
  const effect = units && otherUnits ? units.effect - otherUnits.effect : 0
  return { kind: 'open', gap: units && effect > 0 ? { estimate: units, effect, alpha: level } : null }
}
