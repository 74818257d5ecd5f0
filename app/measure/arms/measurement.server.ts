import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { Board, MeasureNote } from '#app/slots/arm/arm.ts'
import { FIRST_SHARE, type Epoch } from './epochs.ts'
import type { Terms } from './terms.ts'

/** How a shop is measured. */
export interface Measurement {
  readonly salt: string
  /** Milliseconds. */
  readonly startedAt: number
  /** The share held out of locked slots that the merchant has set; null where it is ours to choose. */
  readonly ownShare: number | null
  readonly mayPause: boolean
  /** Oldest first. */
  readonly epochs: Readonly<Record<Board, readonly Epoch[]>>
}

type Client = Pick<PoolClient, 'query'>

/** How a shop is measured; undefined before anything was published. */
export async function readMeasurement(shop: ShopId, client: Client = pool): Promise<Measurement | undefined> {
  const { rows } = await client.query<Omit<Measurement, 'epochs'>>(
    `SELECT salt, extract(epoch FROM started_at)::float8 * 1000 AS "startedAt", own_share AS "ownShare", may_pause AS "mayPause"
     FROM measurement WHERE shop_id = $1`,
    [shop],
  )
  const [known] = rows
  if (!known) return undefined
  const { rows: epochs } = await client.query<Epoch & { board: Board }>(
    `SELECT board, number, share, terms, extract(epoch FROM starts_at)::float8 * 1000 AS "startsAt"
     FROM measure_epoch WHERE shop_id = $1 ORDER BY board, number`,
    [shop],
  )
  const of = (board: Board): Epoch[] => epochs.flatMap(({ board: its, ...epoch }) => (its === board ? [epoch] : []))
  return { ...known, epochs: { 'cross-sell': of('cross-sell'), personal: of('personal') } }
}

/** Begins to measure a shop, unless it is measured already: visitors are told apart from now on, customers from the next training on. */
export async function beginMeasuring(client: Client, shop: ShopId, terms: Terms, now: Date): Promise<void> {
  const { rowCount } = await client.query(
    `INSERT INTO measurement (shop_id, salt, started_at, counted_to) VALUES ($1, $2, $3, $3) ON CONFLICT DO NOTHING`,
    [shop, randomBytes(8).toString('hex'), now],
  )
  if (rowCount === 0) return
  await beginEpoch(client, shop, 'cross-sell', { number: 1, share: FIRST_SHARE['cross-sell'], terms, startsAt: now.getTime() })
}

/** From now on another share is held out. Does nothing where that epoch has begun already. */
export async function beginEpoch(client: Client, shop: ShopId, board: Board, { number, share, terms, startsAt }: Epoch): Promise<void> {
  await client.query(
    'INSERT INTO measure_epoch (shop_id, board, number, share, terms, starts_at) VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000)) ON CONFLICT DO NOTHING',
    [shop, board, number, share, terms, startsAt],
  )
}

/** What the merchant decides: the share held out of locked slots (null: ours to choose), and whether rules may be paused by themselves. */
export async function setMeasurement(shop: ShopId, { ownShare, mayPause }: Pick<Measurement, 'ownShare' | 'mayPause'>): Promise<void> {
  await pool.query('UPDATE measurement SET own_share = $2, may_pause = $3 WHERE shop_id = $1', [shop, ownShare, mayPause])
}

/** What the shop's storefront is to know, with the comparison that runs; undefined before anything is measured. */
export function noteOf(measurement: Measurement | undefined, comparison: string | undefined): MeasureNote | undefined {
  const epoch = measurement?.epochs['cross-sell'].at(-1)
  if (!measurement || !epoch) return undefined
  return { v: 1, salt: measurement.salt, epoch: epoch.number, share: epoch.share, ...(comparison && { compared: comparison }) }
}
