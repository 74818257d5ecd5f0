import type { Ranker } from '#app/models/ranker/ranker.ts'
import type { BasketLog } from '#app/signals/basket-log.ts'
import type { Verdict } from './report.ts'

/** What replaying a shop's last weeks has taught: how candidates are put in order, and how good that is. */
export interface TrainedRankers {
  readonly ranker: Ranker
  /** How candidates are put in order for a customer who came back. */
  readonly next: Ranker
  readonly verdict: Verdict
}

/** For how many days it holds, and by what share the shop's orders may have grown or shrunk meanwhile: a day bears more. */
const TERMS = [
  { days: 7, change: 0.1 },
  { days: 1, change: 0.5 },
]

/** Whether what was taught may still put in order what is counted today. Where it was nothing, there is nothing to keep. */
export function stillHolds({ ranker, verdict }: TrainedRankers, { now, starts }: BasketLog): boolean {
  const { at, orders } = verdict.learnt
  const [age, changed] = [now - at, Math.abs(starts.length - 1 - orders)]
  return ranker.kind !== 'nothing' && age >= 0 && TERMS.some(({ days, change }) => age < days && changed <= change * orders)
}
