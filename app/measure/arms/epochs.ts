import type { Board } from '#app/slots/arm/arm.ts'
import type { Terms } from './terms.ts'

/** Since when which share of a board's visitors is held out. */
export interface Epoch {
  readonly number: number
  /** 0..1 */
  readonly share: number
  /** Fixed as it began. */
  readonly terms: Terms
  /** Milliseconds. */
  readonly startsAt: number
}

/** Held out as long as nothing is known: of locked slots a tenth, of personal ones half. */
export const FIRST_SHARE: Readonly<Record<Board, number>> = { 'cross-sell': 0.1, personal: 0.5 }
/** Held out of personal slots once it is known what they bring: never nobody, so that it stays known. */
export const LEAST_SHARE: Readonly<Record<Board, number>> = { 'cross-sell': 0.05, personal: 0.1 }

/** Milliseconds for which a storefront may still show an earlier epoch's page out of a cache. */
export const PAGE_LIVES = 2 * 60 * 60 * 1000

/** The epoch that a page named; undefined where it is none, or over for longer than a page lives. */
export function epochTold(epochs: readonly Epoch[], number: number, at: number): Epoch | undefined {
  const next = epochs.find((epoch) => epoch.number === number + 1)
  return next && at > next.startsAt + PAGE_LIVES ? undefined : epochs.find((epoch) => epoch.number === number)
}
