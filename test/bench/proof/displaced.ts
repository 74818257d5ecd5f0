import { verdict, type VerdictTerms, type Verdict } from '#app/measure/statistics/verdict.ts'
import { luckOf } from '../../simulator/world/random.ts'
import { capsBefore } from './ledger.ts'
import { aMeasuredShop, observedOf, liveOneDay } from './measured-shop.ts'
import { ALPHA, missIf, percent, shareOf, type Reported } from './reported.ts'
import { NO_EFFECT, USUAL } from './shoppers.ts'

const DAYS = 150
const HABITS = { ...USUAL, visitorsPerDay: 1_500 }
const SHARE = 0.5
const TAKE = 0.15
const TERMS: VerdictTerms = { alpha: ALPHA, tunedFor: HABITS.visitorsPerDay * 90, worth: Infinity, mostUnknown: 1 }

/**
 * Shops in which 15 of 100 orders more take the offered item, all of them instead of another item; half of them; none. What the
 * verdict is at last, whether it was ever "adds", looked at daily, and what a dashboard that looks at offered items alone would say.
 */
export function displaced(shops: number): Reported {
  const [all, half, none] = [1, 0.5, 0].map((part) => lookDaily(shops, part))
  const isWrong = all!.everAdds > 0.01 * shops
  if (isWrong) throw new Error(`Where offered items only replace others, ${all!.everAdds} of ${shops} shops were told that they add`)
  return {
    figures: {
      displaced_shops: shops,
      displaced_all_safeguard_says_so: shareOf(all!.last.displaces ?? 0, shops),
      displaced_all_ever_adds: all!.everAdds,
      displaced_half_safeguard_says_so: shareOf(half!.last.displaces ?? 0, shops),
      displaced_half_adds_at_last: shareOf(half!.last.adds ?? 0, shops),
      displaced_none_adds: shareOf(none!.last.adds ?? 0, shops),
      displaced_none_ever_said_to_displace: shareOf(none!.everDisplaces, shops),
      displaced_none_days_to_gains_median: none!.gainsDay,
      displaced_none_days_to_adds_median: none!.addsDay,
    },
    baseline: { displaced_all_offered_items_alone_say_adds: shareOf(all!.everGains, shops) },
    misses: [
      ...missIf(all!.everAdds > 0, `where all is displaced, “adds” was said in ${all!.everAdds} of ${shops} shops`),
      ...missIf(
        (all!.last.displaces ?? 0) < 0.8 * shops,
        `displacement is said in ${percent((all!.last.displaces ?? 0) / shops)} of shops`,
      ),
      ...missIf(none!.everDisplaces > ALPHA * shops, `displacement is said where there is none in ${percent(none!.everDisplaces / shops)}`),
    ],
  }
}

function lookDaily(shops: number, part: number) {
  const luck = luckOf(`proof displaced ${part}`)
  const caps = capsBefore(luck)
  const last: Partial<Record<Verdict['kind'], number>> = {}
  let [everAdds, everGains, everDisplaces] = [0, 0, 0]
  const [gainsDays, addsDays]: [number[], number[]] = [[], []]
  for (let nth = 0; nth < shops; nth++) {
    const shop = aMeasuredShop(HABITS, { ...NO_EFFECT, take: TAKE, displaced: part }, SHARE)
    const days: Partial<Record<Verdict['kind'], number>> = {}
    let kind: Verdict['kind'] = 'not-known'
    for (let day = 1; day <= DAYS; day++) {
      liveOneDay(luck, shop, caps)
      kind = verdict(observedOf(shop), TERMS, HABITS.visitorsPerDay).kind
      days[kind] ??= day
    }
    last[kind] = (last[kind] ?? 0) + 1
    everAdds += Number('adds' in days)
    everDisplaces += Number('displaces' in days)
    const gains = Math.min(days.gains ?? Infinity, days.adds ?? Infinity, days.displaces ?? Infinity)
    everGains += Number(gains < Infinity)
    if (gains < Infinity) gainsDays.push(gains)
    if (days.adds) addsDays.push(days.adds)
  }
  return { last, everAdds, everGains, everDisplaces, gainsDay: median(gainsDays), addsDay: median(addsDays) }
}

const median = (days: readonly number[]) => days.toSorted((a, b) => a - b)[days.length >> 1] ?? 0
