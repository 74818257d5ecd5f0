import { verdict, type Terms } from '#app/measure/statistics/verdict.ts'
import { luckOf, type Luck } from '../../simulator/world/random.ts'
import { capsBefore, enter, UNCAPPED, type Caps } from './ledger.ts'
import { aMeasuredShop, evidenceOf, liveOneDay } from './measured-shop.ts'
import { ALPHA, missIf, type Reported } from './reported.ts'
import { NO_EFFECT, orderOf, USUAL, type Ordered } from './shoppers.ts'

const DAYS = 90
const HABITS = { ...USUAL, visitorsPerDay: 1_500 }
const TERMS: Terms = { alpha: ALPHA, tunedFor: HABITS.visitorsPerDay * DAYS, worth: 0.05, mostUnknown: 1 }
/** Of a hundred orders, so many more take the item: nothing, clear gains, and a clear loss. */
const TAKES = [0, 0.2, -0.09]
const TIMES = 1_000

/**
 * In each shop one order with the offered item becomes a thousand times as dear, in the one arm and then in the other: how many
 * verdicts change, against the same shop with that order as it was. Beside it: how many do where nothing is capped.
 */
export function hugeOrder(shops: number): Reported {
  const luck = luckOf('proof huge order')
  const caps = capsBefore(luck)
  const capped = flips(luckOf('proof huge order lived'), shops, caps)
  const raw = flips(luckOf('proof huge order lived'), shops, UNCAPPED)
  return {
    figures: { huge_orders: 2 * shops, huge_verdicts_flipped: capped },
    baseline: { huge_verdicts_flipped_uncapped: raw },
    misses: [
      ...missIf(capped > 0, `an order of ${TIMES} × the usual flipped ${capped} of ${2 * shops} verdicts`),
      ...missIf(raw === 0, 'an order of 1,000 × flips no verdict without a cap either: it proves nothing'),
    ],
  }
}

function flips(luck: Luck, shops: number, caps: Caps): number {
  let flipped = 0
  for (let nth = 0; nth < shops; nth++) {
    const shop = aMeasuredShop(HABITS, { ...NO_EFFECT, take: TAKES[nth % TAKES.length]! }, nth % 2 === 0 ? 0.5 : 0.1)
    for (let day = 1; day <= DAYS; day++) liveOneDay(luck, shop, caps)
    for (const arm of shop.epochs.flatMap(({ shown, heldOut }) => [shown, heldOut])) {
      const order = { ...orderOf(luck, { ...HABITS, takeAnyway: 1 }, NO_EFFECT) }
      const said = (one: Ordered) => {
        enter(arm, one, caps)
        const { kind } = verdict(evidenceOf(shop), TERMS, HABITS.visitorsPerDay)
        enter(arm, one, caps, -1)
        return kind
      }
      const huge = { ...order, offered: order.offered * TIMES, others: order.others * TIMES }
      flipped += Number(said(order) !== said(huge))
    }
  }
  return flipped
}
