import { verdict, type VerdictTerms } from '#app/measure/statistics/verdict.ts'
import { luckOf } from '../../simulator/world/random.ts'
import { capsBefore, enter, UNCAPPED, type Caps } from './ledger.ts'
import { aMeasuredShop, observedOf, liveOneDay } from './measured-shop.ts'
import { ALPHA, missIf, type Reported } from './reported.ts'
import { NO_EFFECT, orderOf, USUAL, type Ordered } from './shoppers.ts'

const DAYS = 90
const HABITS = { ...USUAL, visitorsPerDay: 1_500 }
const TERMS: VerdictTerms = { alpha: ALPHA, tunedFor: HABITS.visitorsPerDay * DAYS, worth: 0.05, mostUnknown: 1 }
/** Of a hundred orders, so many more take the item: nothing, clear gains, and a clear loss. */
const TAKES = [0, 0.2, -0.09]
const TIMES = 1_000

/**
 * In each shop one order more, of the usual value; then the same a thousand times as large, of as many units or of as dear ones,
 * in the one arm and then in the other. How many verdicts change. Beside it: how many do where nothing is capped; and where
 * another order, as shoppers place them, stands in place of the usual one, since a verdict on the edge hangs on any order.
 */
export function hugeOrder(shops: number): Reported {
  const caps = capsBefore(luckOf('proof huge order'))
  const [capped, raw] = [flips(shops, caps, caps), flips(shops, caps, UNCAPPED)]
  return {
    figures: { huge_orders: 4 * shops, huge_verdicts_flipped: capped.byHuge },
    baseline: {
      huge_verdicts_flipped_uncapped: raw.byHuge,
      huge_other_orders: 2 * shops,
      huge_verdicts_flipped_by_another_order: capped.byOther,
    },
    misses: [
      ...missIf(capped.byHuge > 0, `an order of ${TIMES} × the usual flipped ${capped.byHuge} of ${4 * shops} verdicts`),
      ...missIf(raw.byHuge === 0, `an order of ${TIMES} × the usual flips no verdict without a cap either: it proves nothing`),
    ],
  }
}

function flips(shops: number, { offered, revenue, units }: Caps, caps: Caps) {
  const luck = luckOf('proof huge order lived')
  let [byHuge, byOther] = [0, 0]
  const usual: Ordered = {
    offered: offered.usual,
    others: Math.max(revenue.usual - offered.usual, 0),
    offeredUnits: 1,
    otherUnits: Math.max(units.usual - 1, 0),
  }
  const dear: Ordered = { ...usual, offered: usual.offered * TIMES, others: usual.others * TIMES }
  const large: Ordered = { ...dear, offeredUnits: usual.offeredUnits * TIMES, otherUnits: usual.otherUnits * TIMES }
  for (let nth = 0; nth < shops; nth++) {
    const shop = aMeasuredShop(HABITS, { ...NO_EFFECT, take: TAKES[nth % TAKES.length]! }, nth % 2 === 0 ? 0.5 : 0.1)
    for (let day = 1; day <= DAYS; day++) liveOneDay(luck, shop, caps)
    for (const arm of shop.epochs.flatMap(({ shown, heldOut }) => [shown, heldOut])) {
      const said = (one: Ordered) => {
        enter(arm, one, caps)
        const { kind } = verdict(observedOf(shop), TERMS, HABITS.visitorsPerDay)
        enter(arm, one, caps, -1)
        return kind
      }
      const before = said(usual)
      for (const huge of [dear, large]) byHuge += Number(said(huge) !== before)
      byOther += Number(said(orderOf(luck, { ...HABITS, takeAnyway: 1 }, NO_EFFECT)) !== before)
    }
  }
  return { byHuge, byOther }
}
