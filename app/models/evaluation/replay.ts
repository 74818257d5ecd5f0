import { selectBaskets, type BasketLog } from '#app/signals/basket-log.ts'

/** A log cut in two, as it was known once and what came then. */
export interface Replay {
  readonly before: BasketLog
  readonly after: BasketLog
}

/** The last four weeks are held out, but never more than a fifth of the baskets. */
const DAYS = 28
const LARGEST_SHARE = 0.2
/** Where no time tells baskets apart: every so many-th is held out. */
const EVERY = 10

export function replayOf(log: BasketLog): Replay {
  const { at, now } = log
  const cut = Math.max(now - DAYS, at[Math.floor(at.length * (1 - LARGEST_SHARE))] ?? now)
  if (at.length > 0 && at[0]! <= cut && at.at(-1)! > cut)
    return {
      before: selectBaskets(log, (basket) => at[basket]! <= cut, cut),
      after: selectBaskets(log, (basket) => at[basket]! > cut, now),
    }
  return {
    before: selectBaskets(log, (basket) => basket % EVERY !== 0, now),
    after: selectBaskets(log, (basket) => basket % EVERY === 0, now),
  }
}
