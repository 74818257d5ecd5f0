import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { countByChannel, type ChannelOrders } from '#app/signals/count-by-channel.server.ts'
import { readMeasurement, type Measurement } from '../arms/measurement.server.ts'
import { totalOf, type Moments } from '../ledger/moments.ts'
import type { Scope } from '../ledger/scopes-of.ts'
import { byScope, type ScopeKnown } from './by-scope.ts'
import { crossSellBoard, type CrossSellBoard } from './cross-sell-board.ts'
import { isFlooded, type NewVisitors } from './flood.ts'
import { ribbonOf, type DayChange, type KnownOn } from './ribbon-of.ts'
import type { Verdict } from '../statistics/verdict.ts'
import type { ArmTotal } from './strata-of.ts'

/** Everything that the cross-sell board shows. */
export interface BoardRead {
  readonly measurement: Measurement
  /** Null while nobody has been counted. */
  readonly board: CrossSellBoard | null
  readonly ribbon: readonly KnownOn[]
  readonly rules: readonly ScopeKnown[]
  readonly placements: readonly ScopeKnown[]
  readonly channels: readonly ChannelOrders[]
  /** Of online orders since it began, those of which no arm is known: 0..1. */
  readonly unknownOrders: number
  readonly visitorsPerDay: number
}

/** Days whose visitors say how many come a day. */
const PACE_DAYS = 28

/** What is known of a shop's cross-selling, from sums alone; undefined where it is not measured yet. */
export async function readBoard(shop: ShopId): Promise<BoardRead | undefined> {
  const measurement = await readMeasurement(shop)
  if (!measurement) return undefined
  const [totals, days, channels] = await Promise.all([
    readTotals(shop),
    readDays(shop),
    countByChannel(shop, new Date(measurement.startedAt)),
  ])
  const epochs = measurement.epochs['cross-sell']
  const news = newVisitors(days)
  const unknownOrders = shareUnknown(channels)
  const pace = news.slice(-PACE_DAYS)
  const visitorsPerDay = pace.reduce((sum, { visitors }) => sum + visitors, 0) / Math.max(pace.length, 1)
  const all = totals.filter(({ scope }) => scope === 'all')
  const board = all.length > 0 ? crossSellBoard({ totals: all, epochs, unknownOrders, isForged: isFlooded(news), visitorsPerDay }) : null
  return {
    measurement,
    board,
    ribbon: ribbonOf(days, epochs, board?.of === 'profit' ? 'offeredProfit' : 'cappedOffered'),
    rules: byScope(totals, epochs, 'rule/'),
    placements: byScope(totals, epochs, 'placement/'),
    channels,
    unknownOrders,
    visitorsPerDay,
  }
}

/** The verdict alone: null while nobody has been counted, undefined where nothing is measured. */
export async function readVerdict(shop: ShopId): Promise<Verdict | null | undefined> {
  const read = await readBoard(shop)
  return read && (read.board?.verdict ?? null)
}

/** The sums of both arms, by epoch, of everything and of each rule, placement and model. */
export async function readTotals(shop: ShopId): Promise<(ArmTotal & { readonly scope: Scope })[]> {
  const { rows } = await pool.query<{ epoch: number; isHeldOut: boolean; moments: Moments; scope: Scope }>(
    'SELECT epoch, scope, is_held_out AS "isHeldOut", sums AS moments FROM measure_total WHERE shop_id = $1',
    [shop],
  )
  return rows
}

async function readDays(shop: ShopId): Promise<DayChange[]> {
  const { rows } = await pool.query<DayChange>(
    `SELECT epoch, is_held_out AS "isHeldOut", to_char(day, 'YYYY-MM-DD') AS day, sums AS moments FROM measure_day WHERE shop_id = $1 ORDER BY day`,
    [shop],
  )
  return rows
}

function newVisitors(days: readonly DayChange[]): NewVisitors[] {
  const byDay = Map.groupBy(days, ({ day }) => day)
  return [...byDay].map(([day, changes]) => ({
    day,
    visitors: changes.reduce((sum, { moments }) => sum + totalOf(moments, 'visitors'), 0),
  }))
}

/** Only what was bought in the online store could have been led to by a visit. */
function shareUnknown(channels: readonly ChannelOrders[]): number {
  const online = channels.filter(({ channel }) => channel === null || channel === 'web')
  const [known, all] = [online.reduce((sum, one) => sum + one.known, 0), online.reduce((sum, one) => sum + one.orders, 0)]
  return all === 0 ? 0 : 1 - known / all
}
