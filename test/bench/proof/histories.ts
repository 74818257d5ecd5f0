import { estimate } from '#app/measure/statistics/estimate.ts'
import { loadWorld, type WorldName } from '../../simulator/world/cached-world.ts'
import { luckOf, type Luck } from '../../simulator/world/random.ts'
import { arrivals, gamma, normal } from './draws.ts'
import { add, type Tally } from './ledger.ts'
import { missIf, percent, rounded, type Reported } from './reported.ts'

const CUSTOMERS = 4_000
/** A shop of things that run out: orders a year, how customers differ in it (Fader, Hardie and Lee 2005 find 0.55 at CDNOW), and days. */
const [PER_YEAR, SHAPE, BEFORE, AFTER] = [8, 0.55, 365, 90]
/** Of what an order is worth: by customer, and from one order to the next. */
const [OWN_SPREAD, ORDER_SPREAD] = [0.3, 0.4]
const WORLDS: readonly WorldName[] = ['nimbus-toys', 'kiln-and-leaf']
const NOW = new Date('2026-06-01T00:00:00Z')
const DAY = 86_400_000
const LEAST = 0.3

interface Halves {
  readonly shown: Tally
  readonly heldOut: Tally
}

/**
 * How much narrower an interval is where something is known from before: of returning customers what they had spent in the year
 * before, of first visits what lay in the cart before the trigger. And of the two worlds of the local shop, from their orders,
 * where customers come back or do not, but hardly differ in how often.
 */
export async function histories(shops: number): Promise<Reported> {
  const luck = luckOf('proof histories')
  const returning = Array.from({ length: shops }, () => narrower(customersOf(luck)))
  const first = Array.from({ length: shops }, () => narrower(firstVisits(luck)))
  const widest = Math.max(...first.map((share) => 1 - share))
  if (widest > 1 + 1e-12) throw new Error(`On first visits an adjusted interval was ${widest} as wide as without`)
  const mean = returning.reduce((sum, one) => sum + one, 0) / shops
  const figures: Record<string, number> = {
    cuped_returning_narrower: rounded(mean),
    cuped_returning_narrower_least: rounded(Math.min(...returning)),
    cuped_first_visits_widest_over_plain: rounded(widest),
  }
  const misses = missIf(mean < LEAST, `returning customers: intervals are ${percent(mean)} narrower, not ${percent(LEAST)}`)
  for (const world of WORLDS) {
    const share = narrower(await customersOfWorld(world))
    figures[`cuped_${world.replaceAll('-', '_')}_narrower`] = rounded(share)
    misses.push(
      ...missIf(share < LEAST, `${world}: its returning customers’ intervals are ${percent(share)} narrower, not ${percent(LEAST)}`),
    )
  }
  return { figures, misses }
}

function narrower({ shown, heldOut }: Halves): number {
  const strata = [{ shown, heldOut, share: 0.5 }]
  const [plain, adjusted] = [estimate(strata, 'mean'), estimate(strata, 'adjusted')]
  if (!plain || !adjusted) throw new Error('Too few customers')
  return 1 - Math.sqrt(adjusted.variance / plain.variance)
}

const halves = () => ({
  shown: { visitors: 0, y: 0, yy: 0, x: 0, xx: 0, xy: 0 },
  heldOut: { visitors: 0, y: 0, yy: 0, x: 0, xx: 0, xy: 0 },
})

function enter({ shown, heldOut }: Halves, isShown: boolean, after: number, before: number): void {
  const arm = isShown ? shown : heldOut
  arm.visitors += 1
  add(arm, after, before)
}

/** Who had ordered in the year before: each with a rate of their own, and orders as luck has it. */
function customersOf(luck: Luck): Halves {
  const made = halves()
  for (let nth = 0; nth < CUSTOMERS; nth++) {
    const rate = (PER_YEAR / 365) * gamma(luck, SHAPE)
    const own = 40 * Math.exp(OWN_SPREAD * normal(luck))
    const spent = (days: number) => {
      let sum = 0
      for (let order = arrivals(luck, rate * days); order > 0; order--) sum += own * Math.exp(ORDER_SPREAD * normal(luck))
      return sum
    }
    const before = spent(BEFORE)
    if (before > 0) enter(made, luck.chance(0.5), spent(AFTER), before)
  }
  return made
}

/** Nothing is known of them but a cart that three in ten have filled, of whom more buy. */
function firstVisits(luck: Luck): Halves {
  const made = halves()
  for (let nth = 0; nth < 5 * CUSTOMERS; nth++) {
    const cart = luck.chance(0.3) ? 30 * Math.exp(0.8 * normal(luck)) : 0
    const buys = luck.chance(cart > 0 ? 0.06 : 0.02)
    enter(made, luck.chance(0.5), buys ? 30 * Math.exp(0.8 * normal(luck)) : 0, cart)
  }
  return made
}

/** By how often they had come: what they spend varies most by whether they come. */
async function customersOfWorld(name: WorldName): Promise<Halves> {
  const { orders } = await loadWorld(name, { now: NOW, folder: '.data/worlds' })
  const cut = NOW.getTime() - AFTER * DAY
  const byCustomer = new Map<number, { before: number; after: number }>()
  for (const { customerId, createdAt, cancelledAt } of orders) {
    if (customerId === null || cancelledAt !== null) continue
    const one = byCustomer.get(customerId) ?? { before: 0, after: 0 }
    one[Date.parse(createdAt) < cut ? 'before' : 'after'] += 1
    byCustomer.set(customerId, one)
  }
  const made = halves()
  const luck = luckOf(`proof histories ${name}`)
  for (const { before, after } of byCustomer.values()) if (before > 0) enter(made, luck.chance(0.5), after, before)
  return made
}
