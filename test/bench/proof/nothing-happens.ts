import { fixedInterval, sequence, type Interval } from '#app/measure/statistics/interval.ts'
import { luckOf } from '../../simulator/world/random.ts'
import { capsBefore } from './ledger.ts'
import { aMeasuredShop, estimateOf, liveOneDay } from './measured-shop.ts'
import { normal } from './draws.ts'
import { ALPHA, missIf, percent, shareOf, type Reported } from './reported.ts'
import { NO_EFFECT, USUAL } from './shoppers.ts'

const DAYS = 100
const METRICS = ['offered', 'revenue', 'orderValue'] as const
const excludesZero = ({ low, high }: Interval) => low > 0 || high < 0

/**
 * Shops in which offers do nothing, half of them with 10 % held out and half with 50 %, of 50 to some thousand triggered visitors
 * a day, looked at daily. In how many is an effect ever told: by sequences, and by the interval for one look.
 */
export function nothingHappens(shops: number): Reported {
  const luck = luckOf('proof nothing happens')
  const caps = capsBefore(luck)
  const ever = { offered: 0, revenue: 0, orderValue: 0 }
  const naively = { offered: 0, revenue: 0, orderValue: 0 }
  for (let nth = 0; nth < shops; nth++) {
    const visitorsPerDay = Math.max(250 * Math.exp(0.8 * normal(luck)), 50)
    const habits = { ...USUAL, visitorsPerDay, conversion: 0.02 + 0.03 * luck.next(), takeAnyway: 0.05 + 0.15 * luck.next() }
    const shop = aMeasuredShop(habits, NO_EFFECT, nth % 2 === 0 ? 0.1 : 0.5)
    const [told, naive] = [new Set<string>(), new Set<string>()]
    for (let day = 1; day <= DAYS; day++) {
      liveOneDay(luck, shop, caps)
      for (const metric of METRICS) {
        const estimate = estimateOf(shop, metric)
        if (!estimate) continue
        if (excludesZero(sequence(estimate, ALPHA, visitorsPerDay * DAYS))) told.add(metric)
        if (excludesZero(fixedInterval(estimate, ALPHA))) naive.add(metric)
      }
    }
    for (const metric of METRICS) {
      ever[metric] += Number(told.has(metric))
      naively[metric] += Number(naive.has(metric))
    }
  }
  const worst = Math.max(...Object.values(ever)) / shops
  if (worst > 2 * ALPHA) throw new Error(`Where nothing happens, an effect was told in ${percent(worst)} of shops`)
  return {
    figures: Object.fromEntries([
      ['aa_shops', shops],
      ['aa_looks', DAYS],
      ...METRICS.map((metric) => [`aa_ever_significant_${nameOf(metric)}`, shareOf(ever[metric], shops)] as const),
    ]),
    baseline: Object.fromEntries(METRICS.map((metric) => [`aa_ever_significant_naive_${nameOf(metric)}`, shareOf(naively[metric], shops)])),
    misses: METRICS.flatMap((metric) => [
      ...missIf(
        ever[metric] > ALPHA * shops,
        `${metric}: an effect that is not there was told in ${percent(ever[metric] / shops)} of shops`,
      ),
      ...missIf(
        naively[metric] < 2 * ALPHA * shops,
        `${metric}: the naive test, looked at daily, was wrong in ${percent(naively[metric] / shops)} alone`,
      ),
    ]),
  }
}

const nameOf = (metric: string) => metric.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
