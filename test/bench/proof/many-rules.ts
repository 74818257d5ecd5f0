import { fixedInterval } from '#app/measure/statistics/interval.ts'
import { tellMany } from '#app/measure/statistics/many.ts'
import { luckOf } from '../../simulator/world/random.ts'
import { capsBefore } from './ledger.ts'
import { aMeasuredShop, estimateOf, liveOneDay } from './measured-shop.ts'
import { ALPHA, missIf, percent, shareOf, type Reported } from './reported.ts'
import { NO_EFFECT, USUAL } from './shoppers.ts'

const DAYS = 60
const [RULES, AT_WORK] = [20, 4]
const TAKE = 0.15

/**
 * Shops with twenty rules, of which four do something, looked at daily. Of the rules told apart from nothing, the share that
 * does nothing: the mean over shops of the worst of all looks, which is more than is promised. And how many rules that do
 * nothing are ever told if each is tested by itself, once a day.
 */
export function manyRules(shops: number): Reported {
  const luck = luckOf('proof many rules')
  const caps = capsBefore(luck)
  let [worst, found, naive] = [0, 0, 0]
  for (let nth = 0; nth < shops; nth++) {
    const rules = Array.from({ length: RULES }, (_, rule) =>
      aMeasuredShop(USUAL, rule < AT_WORK ? { ...NO_EFFECT, take: TAKE } : NO_EFFECT, rule % 2 === 0 ? 0.5 : 0.1),
    )
    let [worstShare, last] = [0, 0]
    const alone = new Set<number>()
    for (let day = 1; day <= DAYS; day++) {
      for (const rule of rules) liveOneDay(luck, rule, caps)
      const estimates = rules.map((rule) => estimateOf(rule, 'offered'))
      const told = tellMany(estimates, ALPHA, USUAL.visitorsPerDay * DAYS).flatMap((one, rule) => (one?.isTold ? [rule] : []))
      worstShare = Math.max(worstShare, told.filter((rule) => rule >= AT_WORK).length / Math.max(told.length, 1))
      last = told.filter((rule) => rule < AT_WORK).length
      for (const [rule, estimate] of estimates.entries()) {
        if (rule < AT_WORK || !estimate) continue
        const { low, high } = fixedInterval(estimate, ALPHA)
        if (low > 0 || high < 0) alone.add(rule)
      }
    }
    worst += worstShare
    found += last
    naive += alone.size
  }
  return {
    figures: {
      many_shops: shops,
      many_false_share_worst_look: shareOf(worst, shops),
      many_rules_at_work_found: shareOf(found, shops * AT_WORK),
    },
    baseline: { many_idle_rules_ever_told_alone: shareOf(naive, shops * (RULES - AT_WORK)) },
    misses: missIf(worst > ALPHA * shops, `of rules told, ${percent(worst / shops)} do nothing`),
  }
}
