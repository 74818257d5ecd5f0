import { estimate } from '#app/measure/statistics/estimate.ts'
import { plus } from '#app/measure/statistics/sums.ts'
import { luckOf } from '../../simulator/world/random.ts'
import { meanOrder } from './coverage.ts'
import { anArm, capsBefore, count, enter } from './ledger.ts'
import { missIf, rounded, type Reported } from './reported.ts'
import { NO_EFFECT, shopFor, USUAL } from './shoppers.ts'

const VISITORS = 60_000
const TRIGGERED = 0.2
const SHARE = 0.5
const LIFT = 0.1

/**
 * Only one visitor in five reaches a page with something to show. The effect per visitor of the whole shop, from those alone
 * and from all visitors: whether the former is true, and how wide either is. Once with all visitors buying alike, and once
 * with those who reach such a page buying twice as often as the others, where their own noise is most of it.
 */
export function triggered(shops: number): Reported {
  const [alike, keener] = [compare(shops, 1), compare(shops, 2)]
  const bound = Math.sqrt(TRIGGERED) * 1.1
  return {
    figures: {
      triggered_width_over_all: rounded(alike.widths),
      triggered_width_bound: rounded(bound),
      triggered_found_over_true: rounded(alike.found),
      triggered_error_in_standard_errors: rounded(alike.error),
      triggered_width_over_all_where_keener: rounded(keener.widths),
      triggered_found_over_true_where_keener: rounded(keener.found),
    },
    misses: [
      ...missIf(
        alike.widths > bound,
        `triggered intervals are ${rounded(alike.widths)} as wide as those of all visitors, not ${rounded(bound)}`,
      ),
      ...[alike, keener].flatMap(({ error }) =>
        missIf(Math.abs(error) > 3, `triggered effects are off by ${rounded(error)} standard errors`),
      ),
    ],
  }
}

function compare(shops: number, keenness: number) {
  const luck = luckOf(`proof triggered ${keenness}`)
  const caps = capsBefore(luck)
  const keen = { ...USUAL, conversion: USUAL.conversion * keenness }
  const truth = TRIGGERED * keen.conversion * LIFT * meanOrder(luck, USUAL, caps)
  const arm = (visitors: number, habits: typeof USUAL, lift: number) => {
    const made = anArm()
    count(
      made,
      shopFor(luck, visitors, habits, { ...NO_EFFECT, conversion: lift }, (order) => enter(made, order, caps)),
    )
    return made.revenue
  }
  let [widths, sum, variance] = [0, 0, 0]
  for (let nth = 0; nth < shops; nth++) {
    const inside = {
      shown: arm(VISITORS * TRIGGERED * (1 - SHARE), keen, LIFT),
      heldOut: arm(VISITORS * TRIGGERED * SHARE, keen, 0),
      share: SHARE,
    }
    const outside = (part: number) => arm(VISITORS * (1 - TRIGGERED) * part, USUAL, 0)
    const all = { shown: plus(inside.shown, outside(1 - SHARE)), heldOut: plus(inside.heldOut, outside(SHARE)), share: SHARE }
    const [narrow, wide] = [estimate([inside], 'mean'), estimate([all], 'mean')]
    if (!narrow || !wide) throw new Error('Too few to compare triggered visitors with all')
    widths += (TRIGGERED * Math.sqrt(narrow.variance)) / Math.sqrt(wide.variance)
    sum += TRIGGERED * narrow.effect
    variance += TRIGGERED ** 2 * narrow.variance
  }
  return { widths: widths / shops, found: sum / shops / truth, error: (sum - shops * truth) / Math.sqrt(variance) }
}
