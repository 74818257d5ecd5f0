import { capped } from '#app/measure/statistics/cap.ts'
import { fixedInterval, sequence, type Interval } from '#app/measure/statistics/interval.ts'
import { luckOf, type Luck } from '../../simulator/world/random.ts'
import { capsBefore, type Caps } from './ledger.ts'
import { aMeasuredShop, estimateOf, liveOneDay } from './measured-shop.ts'
import { ALPHA, missIf, percent, shareOf, type Reported } from './reported.ts'
import { NO_EFFECT, orderOf, USUAL, type Habits } from './shoppers.ts'

const DAYS = 100
const LIFTS = [0, 0.03, 0.1]
const ALLOWED = 0.015
const DRAWS = 2_000_000

const holds = ({ low, high }: Interval, truth: number) => low <= truth && truth <= high

/** What an order is worth in the mean, capped. The truth of every effect on revenue comes from it, so it is drawn from very many. */
export function meanOrder(luck: Luck, habits: Habits, { revenue }: Caps): number {
  let sum = 0
  for (let nth = 0; nth < DRAWS; nth++) {
    const { offered, others } = orderOf(luck, habits, NO_EFFECT)
    sum += capped(offered + others, revenue)
  }
  return sum / DRAWS
}

/** Shops whose revenue per visitor rises by what we set: how often the interval of the last day holds it, and the sequence on every day. */
export function coverage(shops: number): Reported {
  const luck = luckOf('proof coverage')
  const caps = capsBefore(luck)
  const order = meanOrder(luck, USUAL, caps)
  const figures: Record<string, number> = { coverage_shops: shops }
  const misses: string[] = []
  for (const lift of LIFTS) {
    const truth = USUAL.conversion * lift * order
    let [fixed, always] = [0, 0]
    for (let nth = 0; nth < shops; nth++) {
      const shop = aMeasuredShop(USUAL, { ...NO_EFFECT, conversion: lift }, nth % 2 === 0 ? 0.1 : 0.5)
      let isAlways = true
      for (let day = 1; day <= DAYS; day++) {
        liveOneDay(luck, shop, caps)
        const estimate = estimateOf(shop, 'revenue')
        if (!estimate) continue
        isAlways &&= holds(sequence(estimate, ALPHA, USUAL.visitorsPerDay * DAYS), truth)
        if (day === DAYS) fixed += Number(holds(fixedInterval(estimate, ALPHA), truth))
      }
      always += Number(isAlways)
    }
    const name = `plus_${Math.round(lift * 100)}_percent`
    figures[`fixed_covers_${name}`] = shareOf(fixed, shops)
    figures[`sequence_covers_all_looks_${name}`] = shareOf(always, shops)
    misses.push(
      ...missIf(Math.abs(fixed / shops - 0.95) > ALLOWED, `+${percent(lift)}: fixed intervals hold the truth in ${percent(fixed / shops)}`),
      ...missIf(always / shops < 0.95, `+${percent(lift)}: sequences hold the truth at all looks in ${percent(always / shops)}`),
    )
  }
  return { figures, misses }
}
