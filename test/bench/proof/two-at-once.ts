import { interaction } from '#app/measure/statistics/interaction.ts'
import { fixedInterval } from '#app/measure/statistics/interval.ts'
import type { Estimate } from '#app/measure/statistics/estimate.ts'
import { luckOf } from '../../simulator/world/random.ts'
import { meanOrder } from './coverage.ts'
import { anArm, capsBefore, count, enter } from './ledger.ts'
import { ALPHA, missIf, percent, rounded, shareOf, type Reported } from './reported.ts'
import { NO_EFFECT, shopFor, USUAL } from './shoppers.ts'

const VISITORS = 40_000
const SHARES = { first: 0.3, second: 0.5 }
/** By how much more order, as a share: with the first alone, with the second alone, and on top with both. */
const LIFTS = { first: 0.08, second: 0.05, together: 0.06 }
const NAMES = ['first', 'second', 'together'] as const
const ALLOWED = 0.015

/** Two measurements at once, with an interaction: whether both effects and it come out, and how often their intervals hold them. */
export function twoAtOnce(shops: number): Reported {
  const luck = luckOf('proof two at once')
  const caps = capsBefore(luck)
  const unit = USUAL.conversion * meanOrder(luck, USUAL, caps)
  const truth = {
    first: unit * (LIFTS.first + (1 - SHARES.second) * LIFTS.together),
    second: unit * (LIFTS.second + (1 - SHARES.first) * LIFTS.together),
    together: unit * LIFTS.together,
  }
  const found = { first: [] as Estimate[], second: [] as Estimate[], together: [] as Estimate[] }
  const cell = (isFirst: boolean, isSecond: boolean) => {
    const arm = anArm()
    const conversion = (isFirst ? LIFTS.first : 0) + (isSecond ? LIFTS.second : 0) + (isFirst && isSecond ? LIFTS.together : 0)
    const part = (isFirst ? 1 - SHARES.first : SHARES.first) * (isSecond ? 1 - SHARES.second : SHARES.second)
    count(
      arm,
      shopFor(luck, VISITORS * part, USUAL, { ...NO_EFFECT, conversion }, (order) => enter(arm, order, caps)),
    )
    return arm.revenue
  }
  for (let nth = 0; nth < shops; nth++) {
    const epoch = {
      both: cell(true, true),
      firstOnly: cell(true, false),
      secondOnly: cell(false, true),
      neither: cell(false, false),
      firstShare: SHARES.first,
      secondShare: SHARES.second,
    }
    const both = interaction([epoch], 'mean')
    if (!both) throw new Error('Too few to take two measurements apart')
    for (const name of NAMES) found[name].push(both[name])
  }
  const figures: Record<string, number> = { two_shops: shops }
  const misses: string[] = []
  for (const name of NAMES) {
    const mean = found[name].reduce((sum, { effect }) => sum + effect, 0) / shops
    const error = Math.sqrt(found[name].reduce((sum, { variance }) => sum + variance, 0)) / shops
    const held = found[name].filter((one) => isWithin(fixedInterval(one, ALPHA), truth[name])).length / shops
    figures[`two_${name}_found_over_true`] = rounded(mean / truth[name])
    figures[`two_${name}_covers`] = shareOf(held * shops, shops)
    misses.push(
      ...missIf(Math.abs(mean - truth[name]) > 3 * error, `two at once, ${name}: ${rounded(mean)} found, ${rounded(truth[name])} true`),
      ...missIf(Math.abs(held - 0.95) > ALLOWED, `two at once, ${name}: intervals hold the truth in ${percent(held)}`),
    )
  }
  return { figures, misses }
}

const isWithin = ({ low, high }: { low: number; high: number }, truth: number) => low <= truth && truth <= high
