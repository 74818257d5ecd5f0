import type { Interval } from './interval.ts'
import { quantile } from './normal.ts'

/** What happened on one day after the beginning, such as a first order: days in ascending order, each once. */
export interface Happened {
  readonly day: number
  /** Whose time ended with what was waited for, such as a second order. */
  readonly events: number
  /** Who have been watched until this day and no longer: nothing more is known of them. */
  readonly leave: number
}

export interface Survival {
  readonly day: number
  /** The share for whom it has not happened by the end of the day. */
  readonly survived: number
  /** Greenwood's; of two groups that nobody is in both of, the variance of the difference is the sum. */
  readonly variance: number
  readonly interval: Interval
}

/**
 * At each of the days asked for (ascending): how many of those who began have not come to it, counting those for whom it is not
 * over as long as they were watched. An event comes before a leave of the same day. Sources: Kaplan and Meier 1958; Greenwood
 * 1926; the interval on the scale of ln(-ln S), which stays within 0 and 1 (Kalbfleisch and Prentice 1980). Where nothing or
 * everything has happened, the interval is all or nothing that is known: the point alone. Stops at the last day watched.
 */
export function survival(happened: readonly Happened[], days: readonly number[], alpha: number): Survival[] {
  const z = quantile(alpha / 2)
  const watchedTo = happened.at(-1)?.day ?? -1
  let watched = happened.reduce((sum, { events, leave }) => sum + events + leave, 0)
  let [survived, hazard, at] = [1, 0, 0]
  const curve: Survival[] = []
  for (const day of days.filter((one) => one <= watchedTo)) {
    for (; at < happened.length && happened[at]!.day <= day; at++) {
      const { events, leave } = happened[at]!
      if (events > 0) {
        survived *= 1 - events / watched
        hazard += events / (watched * (watched - events))
      }
      watched -= events + leave
    }
    const isOpen = survived > 0 && survived < 1
    const spread = isOpen ? (z * Math.sqrt(hazard)) / Math.abs(Math.log(survived)) : 0
    const interval = { low: survived ** Math.exp(spread), high: survived ** Math.exp(-spread) }
    curve.push({ day, survived, variance: survived > 0 ? survived * survived * hazard : 0, interval })
  }
  return curve
}
