import { sampleRatio } from '#app/measure/statistics/sample-ratio.ts'
import { ofIdle } from '#app/measure/statistics/sums.ts'
import { luckOf } from '../../simulator/world/random.ts'
import { halfOf, successes } from './draws.ts'
import { missIf, percent, shareOf, type Reported } from './reported.ts'

const VISITORS = 1_000_000
const DAYS = 100
const LOSS = 0.01

/**
 * A million visitors of two arms alike over a hundred daily looks: in how many measurements are the arms ever taken for uneven,
 * where one of them loses one visitor in a hundred, and where none is lost. Beside it the usual test at p < 0.001: at the last
 * look alone, and ever.
 */
export function lostVisitors(shops: number): Reported {
  const [lossy, healthy] = [lookDaily(shops, LOSS), lookDaily(10 * shops, 0)]
  const [caught, alarms] = [lossy.ever / shops, healthy.ever / (10 * shops)]
  return {
    figures: {
      lost_caught: shareOf(caught * shops, shops),
      lost_caught_after_days_median: lossy.medianDay,
      lost_false_alarms_ever: shareOf(healthy.ever, 10 * shops),
      lost_healthy_shops: 10 * shops,
    },
    baseline: {
      lost_caught_p001_last_look: shareOf(lossy.atLast, shops),
      lost_false_alarms_p001_last_look: shareOf(healthy.atLast, 10 * shops),
      lost_false_alarms_p001_ever: shareOf(healthy.everAtOnce, 10 * shops),
    },
    misses: [
      ...missIf(caught < 0.95, `of a loss of 1 % only ${percent(caught)} are caught at a million visitors`),
      ...missIf(alarms > 0.0015, `${percent(alarms)} of healthy measurements are taken for broken`),
    ],
  }
}

function lookDaily(shops: number, loss: number) {
  const luck = luckOf(`proof lost visitors ${loss}`)
  let [ever, atLast, everAtOnce] = [0, 0, 0]
  const days: number[] = []
  for (let nth = 0; nth < shops; nth++) {
    let [shown, heldOut, brokenOn, atOnce, p] = [0, 0, 0, false, 1]
    for (let day = 1; day <= DAYS; day++) {
      const half = halfOf(luck, VISITORS / DAYS)
      shown += VISITORS / DAYS - half
      heldOut += half - successes(luck, half, loss)
      const found = sampleRatio([{ shown: ofIdle(shown), heldOut: ofIdle(heldOut), share: 0.5 }], VISITORS)
      p = found.p
      if (found.isBroken && brokenOn === 0) brokenOn = day
      atOnce ||= p < 0.001
    }
    if (brokenOn > 0) days.push(brokenOn)
    ever += Number(brokenOn > 0)
    atLast += Number(p < 0.001)
    everAtOnce += Number(atOnce)
  }
  return { ever, atLast, everAtOnce, medianDay: days.sort((a, b) => a - b)[days.length >> 1] ?? 0 }
}
