import type { Cost, Failure } from './outcome.ts'

/** How often an ask is made before its failure is believed; being turned away for want of points counts apart. */
export const MOST_TRIES = 6
/** How often an ask stands in line for points before it gives way: others may take them first. */
export const MOST_TURNS = 60
const FIRST_PAUSE = 400
const LONGEST_PAUSE = 15_000

export interface Effort {
  /** Asks made so far that failed for another reason than missing points. */
  readonly tries: number
  /** Asks made so far that failed for want of points. */
  readonly turns: number
  /** Milliseconds waited so far. */
  readonly waited: number
}

export interface Terms {
  /** Whether doing it twice does no harm. */
  readonly repeatable: boolean
  /** Milliseconds that the pauses may take together. */
  readonly patience: number
}

/**
 * Milliseconds to wait before the ask is made again; undefined where it must not be, or where waiting is of no use. A
 * bucket short of points is waited for exactly as long as it needs. `luck` is a number from 0 up to 1 that spreads out
 * those who failed together.
 */
export function pauseBefore(failure: Failure, effort: Effort, terms: Terms, luck: number): number | undefined {
  const pause = pauseFor(failure, effort, luck, terms.repeatable)
  return pause === undefined || effort.waited + pause > terms.patience ? undefined : pause
}

function pauseFor(failure: Failure, { tries, turns }: Effort, luck: number, repeatable: boolean): number | undefined {
  switch (failure.kind) {
    case 'throttled':
      if (turns >= MOST_TURNS) return undefined
      return failure.cost ? untilRestored(failure.cost) : backOff(turns, luck)
    case 'too-many':
      if (tries >= MOST_TRIES) return undefined
      return failure.afterMs === undefined ? backOff(tries, luck) : failure.afterMs + Math.round(luck * FIRST_PAUSE)
    case 'faltering':
    case 'unreachable':
      return repeatable && tries < MOST_TRIES ? backOff(tries, luck) : undefined
    case 'access-lost':
    case 'refused':
      return undefined
  }
}

/** Milliseconds until the bucket holds what the query needs; undefined where it never can. */
function untilRestored({ requested, throttle }: Cost): number | undefined {
  if (requested > throttle.maximum || throttle.restoreRate <= 0) return undefined
  return Math.max(1, Math.ceil(((requested - throttle.available) / throttle.restoreRate) * 1000))
}

/** Doubles with every try up to a bound; luck decides on the upper half. */
function backOff(tries: number, luck: number): number {
  const most = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, tries - 1))
  return Math.round(most * (0.5 + luck / 2))
}
