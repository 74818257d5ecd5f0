import { ALPHA, MOST_UNKNOWN, type Terms } from '../arms/terms.ts'
import type { Epoch } from '../arms/epochs.ts'
import { totalOf } from '../ledger/moments.ts'
import type { Outcome } from '../ledger/outcomes.ts'
import { estimate, type Estimate, type Metric } from '../statistics/estimate.ts'
import { fixedInterval, relative, sequence, sequenceReach, type Interval } from '../statistics/interval.ts'
import { sampleRatio } from '../statistics/sample-ratio.ts'
import { verdict, type Verdict } from '../statistics/verdict.ts'
import { centralMomentsOf, NOBODY, plus, type Stratum } from '../statistics/sums.ts'
import { strataOf, type ArmTotal, type Measured } from './strata-of.ts'

/** What is known of everything, of one rule or of one placement. */
export interface KnownSoFar {
  /** The totals of both arms, epoch by epoch. */
  readonly totals: readonly ArmTotal[]
  readonly epochs: readonly Epoch[]
  /** Of all orders since the measurement began, those of which no arm is known: 0..1. */
  readonly unknownOrders: number
  readonly isForged: boolean
  /** Visitors of both arms a day, as of late. */
  readonly visitorsPerDay: number
}

/** One figure of both arms, and how sure the difference is. */
export interface Compared {
  readonly name: string
  readonly shown: number
  readonly heldOut: number
  readonly effect: number
  /** True at all times at once, whenever one looks. */
  readonly interval: Interval
  /** True if this is the only look. */
  readonly fixed: Interval
  /** The difference as a share of those held out; null where that is too near nothing. */
  readonly lift: Interval | null
}

export interface CrossSellBoard {
  readonly verdict: Verdict
  /** What a verdict is given on: what the offered products leave after their cost, or where that is not known what they are sold for. */
  readonly of: 'profit' | 'revenue'
  readonly visitors: { readonly shown: number; readonly heldOut: number }
  /** Of what is offered, for each visitor who could see it; null of too few. */
  readonly headline: Compared | null
  /** How one visitor's outcome varies, of those held out; null of too few. */
  readonly spread: { readonly mean: number; readonly variance: number } | null
  /** The same before capping, as it was. */
  readonly raw: Compared | null
  /** What must not fall for it. */
  readonly safeguards: readonly Compared[]
  /** Where the difference comes from: buyers, orders, pieces, price. */
  readonly parts: readonly Compared[]
}

const FIGURES: Readonly<Record<string, readonly [Measured, Outcome, Metric]>> = {
  profit: ['profit', 'before', 'adjusted'],
  revenue: ['cappedRevenue', 'before', 'adjusted'],
  conversion: ['buyers', 'before', 'adjusted'],
  orderValue: ['cappedRevenue', 'orders', 'ratio'],
  units: ['units', 'orders', 'ratio'],
  otherUnits: ['otherUnits', 'orders', 'ratio'],
  ordersPerBuyer: ['orders', 'buyers', 'ratio'],
  pricePerUnit: ['cappedRevenue', 'units', 'ratio'],
  attachRate: ['attachedOrders', 'orders', 'ratio'],
  offeredProfit: ['offeredProfit', 'before', 'adjusted'],
  offeredRevenue: ['cappedOffered', 'before', 'adjusted'],
  rawOffered: ['offeredRevenue', 'before', 'adjusted'],
}

const FEWEST_FOR_SPREAD = 1_000
/** What a cost must be known of for profit to be spoken of. */
const COSTED = 0.95

/** The cross-sell board from what is known so far; null before the first epoch. */
export function crossSellBoard(known: KnownSoFar): CrossSellBoard | null {
  const terms = known.epochs[0]?.terms
  if (!terms) return null
  const of = isCosted(known.totals) ? 'profit' : 'revenue'
  const told = (name: string): Estimate | null => {
    const [y, x, metric] = FIGURES[name]!
    return estimate(strataOf(known.totals, known.epochs, y, x), metric)
  }
  const figures = (...names: string[]): Compared[] =>
    names.flatMap((name) => {
      const found = told(name)
      return found ? [compared(name, found, terms)] : []
    })
  const headline = of === 'profit' ? 'offeredProfit' : 'offeredRevenue'
  const counts = strataOf(known.totals, known.epochs, 'visitors', 'before')
  const observed = {
    offered: told(headline),
    safeguards: {
      revenue: told(of),
      conversion: told('conversion'),
      orderValue: told('orderValue'),
      units: told('units'),
      otherUnits: told('otherUnits'),
    },
    ratio: sampleRatio(counts),
    unknownOrders: known.unknownOrders,
    isForged: known.isForged,
  }
  return {
    verdict: verdict(
      observed,
      { alpha: ALPHA, tunedFor: terms.tunedFor, worth: terms.worth, mostUnknown: MOST_UNKNOWN },
      known.visitorsPerDay,
    ),
    of,
    visitors: {
      shown: counts.reduce((sum, { shown }) => sum + shown.visitors, 0),
      heldOut: counts.reduce((sum, { heldOut }) => sum + heldOut.visitors, 0),
    },
    headline: figures(headline)[0] ?? null,
    spread: spreadOf(strataOf(known.totals, known.epochs, FIGURES[headline]![0], 'before')),
    raw: figures('rawOffered')[0] ?? null,
    safeguards: figures(of, 'conversion', 'orderValue', 'units'),
    parts: figures('conversion', 'ordersPerBuyer', 'units', 'pricePerUnit', 'attachRate'),
  }
}

/** Both arms of a figure beside each other. */
export function compared(name: string, estimated: Estimate, { tunedFor }: Pick<Terms, 'tunedFor'>): Compared {
  const { effect, base } = estimated
  return {
    name,
    shown: base + effect,
    heldOut: base,
    effect,
    interval: sequence(estimated, ALPHA, tunedFor),
    fixed: fixedInterval(estimated, ALPHA),
    lift: relative(estimated, sequenceReach(estimated.visitors, ALPHA, tunedFor)),
  }
}

/** Of those held out, or while these are few of everybody. */
function spreadOf(strata: readonly Stratum[]): CrossSellBoard['spread'] {
  const heldOut = strata.map((stratum) => stratum.heldOut).reduce(plus, NOBODY)
  const all =
    heldOut.visitors >= FEWEST_FOR_SPREAD ? heldOut : strata.flatMap((stratum) => [stratum.shown, stratum.heldOut]).reduce(plus, NOBODY)
  if (all.visitors < 2) return null
  const { meanY, squaresY } = centralMomentsOf(all)
  return { mean: meanY, variance: squaresY / (all.visitors - 1) }
}

function isCosted(totals: readonly ArmTotal[]): boolean {
  const [units, costed] = [sumOf(totals, 'offeredUnits'), sumOf(totals, 'costedUnits')]
  return units > 0 && costed >= COSTED * units
}

const sumOf = (totals: readonly ArmTotal[], outcome: Outcome): number =>
  totals.reduce((sum, { moments }) => sum + totalOf(moments, outcome), 0)
