import type { BasketLog } from '#app/signals/basket-log.ts'
import type { Ranker } from './ranker.ts'
import type { Verdict } from './report.ts'

/** What replaying a shop's last weeks has taught: how candidates are put in order, and how good that is. */
export interface Taught {
  readonly ranker: Ranker
  readonly verdict: Verdict
}

/** Days for which it holds, and the share by which the shop's orders may have grown or shrunk meanwhile. */
const DAYS = 7
const CHANGE = 0.1

/** Whether what was taught may still put in order what is counted today. Where it was nothing, there is nothing to keep. */
export function stillHolds({ ranker, verdict }: Taught, { now, starts }: BasketLog): boolean {
  const { at, orders } = verdict.learnt
  const [age, change] = [now - at, starts.length - 1 - orders]
  return ranker.kind !== 'nothing' && age >= 0 && age < DAYS && Math.abs(change) <= CHANGE * orders
}
