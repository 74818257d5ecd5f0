import { estimate, type Estimate, type Metric } from '#app/measure/statistics/estimate.ts'
import type { Observed } from '#app/measure/statistics/verdict.ts'
import type { Luck } from '../../simulator/world/random.ts'
import { anArm, count, enter, type Arm, type Caps } from './ledger.ts'
import { NO_EFFECT, shopFor, type Effects, type Habits } from './shoppers.ts'

export interface Epoch {
  readonly share: number
  readonly shown: Arm
  readonly heldOut: Arm
}

export interface MeasuredShop {
  readonly habits: Habits
  readonly effects: Effects
  /** The last is today's. */
  readonly epochs: readonly Epoch[]
}

export const anEpoch = (share: number): Epoch => ({ share, shown: anArm(), heldOut: anArm() })

export function aMeasuredShop(habits: Habits, effects: Effects, share: number): MeasuredShop {
  return { habits, effects, epochs: [anEpoch(share)] }
}

/** One more day, of both arms. */
export function liveOneDay(luck: Luck, { habits, effects, epochs }: MeasuredShop, caps: Caps): void {
  const { share, shown, heldOut } = epochs.at(-1)!
  const perDay = habits.visitorsPerDay
  const ofShown = shopFor(luck, perDay * (1 - share), habits, effects, (order) => enter(shown, order, caps))
  const ofHeldOut = shopFor(luck, perDay * share, habits, NO_EFFECT, (order) => enter(heldOut, order, caps))
  count(shown, ofShown)
  count(heldOut, ofHeldOut)
}

const METRICS = {
  offered: 'mean',
  revenue: 'mean',
  conversion: 'mean',
  orderValue: 'ratio',
  units: 'ratio',
  otherUnits: 'ratio',
} as const satisfies Record<keyof Arm, Metric>

export function estimateOf({ epochs }: MeasuredShop, of: keyof Arm): Estimate | null {
  return estimate(
    epochs.map(({ share, shown, heldOut }) => ({ shown: shown[of], heldOut: heldOut[of], share })),
    METRICS[of],
  )
}

/** All that the verdict asks for, of a shop in which nothing else is wrong. */
export function observedOf(shop: MeasuredShop): Observed {
  const of = (metric: keyof Arm) => estimateOf(shop, metric)
  return {
    offered: of('offered'),
    safeguards: {
      revenue: of('revenue'),
      conversion: of('conversion'),
      orderValue: of('orderValue'),
      units: of('units'),
      otherUnits: of('otherUnits'),
    },
    ratio: { p: 1, isBroken: false },
    unknownOrders: 0,
    isForged: false,
  }
}
