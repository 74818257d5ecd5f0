import { STRICTER } from '#app/measure/statistics/safeguards.ts'
import { smallestTellable, type Plan } from '#app/measure/statistics/power.ts'
import { verdict, type VerdictTerms, type Verdict } from '#app/measure/statistics/verdict.ts'
import { luckOf, type Luck } from '../../simulator/world/random.ts'
import { anArm, capsBefore, count, enter, type Caps, type Tally } from './ledger.ts'
import { aMeasuredShop, observedOf, liveOneDay } from './measured-shop.ts'
import { ALPHA, missIf, percent, rounded, shareOf, type Reported } from './reported.ts'
import { NO_EFFECT, shopFor, USUAL, type Habits } from './shoppers.ts'

const DAYS = 90
const LATEST = Math.floor(DAYS * 1.25)
const POWER = 0.8
const SHARES = [0.1, 0.5]
/** What is asked for "adds" of units per order. */
const STRICT = ALPHA * STRICTER

type Said = 'gains' | 'adds'

/**
 * Each shop is told beforehand, from 90 days of its own orders, which effect it can tell in 90 days; that effect is then planted.
 * How many get their verdict by day 112: "gains", by what offered items bring; and, in shops with an effect that large, "adds",
 * by what all units per order do.
 */
export function timeToTell(shops: number): Reported {
  const luck = luckOf('proof time to tell')
  const caps = capsBefore(luck)
  const figures: Record<string, number> = { tell_shops: shops, tell_days_said: DAYS }
  const misses: string[] = []
  for (const share of SHARES) {
    for (const said of ['gains', 'adds'] as const) {
      const days: number[] = []
      let smallest = 0
      for (let nth = 0; nth < shops; nth++) {
        const habits = { ...USUAL, visitorsPerDay: said === 'gains' ? 400 : 3_000 }
        const promised = promiseTo(luck, habits, caps, share, said)
        smallest += promised.relative / shops
        const day = dayOf(luck, said, aMeasuredShop(habits, { ...NO_EFFECT, take: promised.take }, share), caps)
        if (day !== null) days.push(day)
      }
      const name = `${said}_with_${share * 100}_percent_held_out`
      figures[`tell_${name}`] = shareOf(days.length, shops)
      figures[`tell_by_the_day_said_${name}`] = shareOf(days.filter((day) => day <= DAYS).length, shops)
      figures[`tell_days_median_${name}`] = days.sort((a, b) => a - b)[days.length >> 1] ?? 0
      figures[`tell_smallest_relative_${name}`] = rounded(smallest)
      misses.push(
        ...missIf(days.length < POWER * shops, `${name}: ${percent(days.length / shops)} of shops get their verdict within the time said`),
      )
    }
  }
  return { figures, misses }
}

/** From the shop's past: the smallest effect that it is promised to tell, as a share of what it has, and how many more must take the item for it. */
function promiseTo(luck: Luck, habits: Habits, caps: Caps, share: number, said: Said) {
  const past = anArm()
  count(
    past,
    shopFor(luck, habits.visitorsPerDay * DAYS, habits, NO_EFFECT, (order) => enter(past, order, caps)),
  )
  const orders = past.conversion.y
  const isGain = said === 'gains'
  const { mean, variance } = isGain ? momentsPer(past.offered.visitors, past.offered) : momentsPer(orders, past.units)
  const visitorsPerDay = isGain ? habits.visitorsPerDay : orders / DAYS
  const plan: Plan = { visitorsPerDay, days: DAYS, share, mean, variance, alpha: isGain ? ALPHA : STRICT, power: POWER }
  const effect = smallestTellable(plan)
  if (effect === null) throw new Error('The shop is too small to be promised anything')
  const perTake = isGain ? (habits.conversion * mean) / ((orders / past.offered.visitors) * habits.takeAnyway) : 1
  return { relative: effect / mean, take: Math.min(effect / perTake, 0.8) }
}

function momentsPer(count: number, { y, yy }: Tally) {
  return { mean: y / count, variance: yy / count - (y / count) ** 2 }
}

/** The first day with a verdict that is enough, up to a quarter later than promised. */
function dayOf(luck: Luck, said: Said, shop: ReturnType<typeof aMeasuredShop>, caps: Caps): number | null {
  const { visitorsPerDay } = shop.habits
  const terms: VerdictTerms = { alpha: ALPHA, tunedFor: visitorsPerDay * DAYS, worth: Infinity, mostUnknown: 1 }
  const enough: readonly Verdict['kind'][] = said === 'gains' ? ['gains', 'adds'] : ['adds']
  for (let day = 1; day <= LATEST; day++) {
    liveOneDay(luck, shop, caps)
    if (enough.includes(verdict(observedOf(shop), terms, visitorsPerDay).kind)) return day
  }
  return null
}
