import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { standingKey, type ChangedVisitor, type Standing, type TotalChange } from './changes-of.ts'
import type { OfferedRow } from './count-visitor.ts'
import { addMoments, NOTHING_BOUGHT, noMoments } from './moments.ts'
import { OUTCOMES, type Outcomes } from './outcomes.ts'

/** Shops that are measured now and some of whose visitors are to be counted. */
export async function shopsDue(): Promise<ShopId[]> {
  const { rows } = await pool.query<{ id: ShopId }>(`SELECT shop_id AS id FROM measurement WHERE published IS NOT NULL
     AND EXISTS (SELECT FROM measure_due WHERE measure_due.shop_id = measurement.shop_id)`)
  return rows.map(({ id }) => id)
}

/** Has visitors counted again. */
export async function markDue(client: Pick<PoolClient, 'query'>, shop: ShopId, visitors: readonly string[]): Promise<void> {
  await client.query('INSERT INTO measure_due (shop_id, visitor) SELECT $1, * FROM unnest($2::text[]) ORDER BY 2 ON CONFLICT DO NOTHING', [
    shop,
    visitors,
  ])
}

/**
 * Takes visitors who are to be counted off the list, but for those who came by a slot since a moment: they are counted later. Who comes by
 * one meanwhile waits, and stands on it again.
 */
export async function takeDue(client: PoolClient, shop: ShopId, most: number, before: Date): Promise<string[]> {
  const { rows } = await client.query<{ visitor: string }>(
    // Asked of each by itself: as an anti-join it may read all that the shop's visitors ever came by.
    `DELETE FROM measure_due WHERE shop_id = $1 AND visitor IN (
       SELECT visitor FROM measure_due AS due WHERE shop_id = $1 AND (
         SELECT true FROM offered WHERE offered.shop_id = due.shop_id AND offered.visitor = due.visitor AND at >= $3 LIMIT 1) IS NULL
       ORDER BY visitor LIMIT $2 FOR UPDATE) RETURNING visitor`,
    [shop, most, before],
  )
  return rows.map(({ visitor }) => visitor)
}

/** What slots had to show the visitors before a moment, to the second, as orders tell their time; whoever came by none is absent. */
export async function readOffered(
  client: Pick<PoolClient, 'query'>,
  shop: ShopId,
  visitors: readonly string[],
  before: Date,
): Promise<Map<string, OfferedRow[]>> {
  const { rows } = await client.query<OfferedRow & { visitor: string }>(
    `SELECT visitor, epoch, product_id AS product, sold_by AS "soldBy", is_held_out AS "isHeldOut", floor(extract(epoch FROM at))::float8 * 1000 AS at
     FROM offered WHERE shop_id = $1 AND visitor = ANY ($2::text[]) AND at < $3`,
    [shop, visitors, before],
  )
  return Map.groupBy(rows, ({ visitor }) => visitor)
}

/** What stands in the totals for each of the visitors. */
export async function readStanding(client: PoolClient, shop: ShopId, visitors: readonly string[]): Promise<Standing> {
  const { rows } = await client.query<{ visitor: string; epoch: number; scope: string; outcomes: number[] | null }>(
    'SELECT visitor, epoch, scope, outcomes FROM measured_visitor WHERE shop_id = $1 AND visitor = ANY ($2::text[])',
    [shop, visitors],
  )
  return new Map(rows.map(({ visitor, epoch, scope, outcomes }) => [standingKey(visitor, epoch, scope), fromRow(outcomes)]))
}

/** Writes down what visitors come to now. */
export async function keepVisitors(client: PoolClient, shop: ShopId, changed: readonly ChangedVisitor[]): Promise<void> {
  if (changed.length === 0) return
  const column = <Name extends keyof ChangedVisitor>(name: Name) => changed.map((one) => one[name])
  await client.query(
    `INSERT INTO measured_visitor (shop_id, visitor, epoch, scope, is_held_out, since, outcomes)
     SELECT $1, visitor, epoch, scope, is_held_out, to_timestamp(since / 1000), outcomes::float8[]
     FROM unnest($2::text[], $3::int[], $4::text[], $5::boolean[], $6::float8[], $7::text[])
       AS now (visitor, epoch, scope, is_held_out, since, outcomes)
     ON CONFLICT (shop_id, visitor, epoch, scope) DO UPDATE SET since = excluded.since, outcomes = excluded.outcomes`,
    [
      shop,
      column('visitor'),
      column('epoch'),
      column('scope'),
      column('isHeldOut'),
      column('since'),
      changed.map(({ outcomes }) => toRow(outcomes)),
    ],
  )
}

/** Adds changes to the totals, and those of all visitors to what the day has changed. Only for whoever holds the shop's measurement. */
export async function addToTotals(client: PoolClient, shop: ShopId, changes: readonly TotalChange[], day: string): Promise<void> {
  for (const { epoch, scope, isHeldOut, moments } of changes) {
    const { rows } = await client.query<{ sums: number[] }>(
      'SELECT sums FROM measure_total WHERE shop_id = $1 AND epoch = $2 AND scope = $3 AND is_held_out = $4',
      [shop, epoch, scope, isHeldOut],
    )
    await client.query(
      `INSERT INTO measure_total (shop_id, epoch, scope, is_held_out, sums) VALUES ($1, $2, $3, $4, $5::float8[])
       ON CONFLICT (shop_id, epoch, scope, is_held_out) DO UPDATE SET sums = excluded.sums`,
      [shop, epoch, scope, isHeldOut, added(rows[0]?.sums, moments)],
    )
    if (scope !== 'all') continue
    const { rows: days } = await client.query<{ sums: number[] }>(
      'SELECT sums FROM measure_day WHERE shop_id = $1 AND epoch = $2 AND is_held_out = $3 AND day = $4',
      [shop, epoch, isHeldOut, day],
    )
    await client.query(
      `INSERT INTO measure_day (shop_id, epoch, is_held_out, day, sums) VALUES ($1, $2, $3, $4, $5::float8[])
       ON CONFLICT (shop_id, epoch, is_held_out, day) DO UPDATE SET sums = excluded.sums`,
      [shop, epoch, isHeldOut, day, added(days[0]?.sums, moments)],
    )
  }
}

function added(before: readonly number[] | undefined, change: readonly number[]): number[] {
  const sums = noMoments()
  if (before) addMoments(sums, before)
  addMoments(sums, change)
  return sums
}

/** Most visitors buy nothing: their rows hold nothing. */
function toRow(outcomes: Outcomes): string | null {
  return OUTCOMES.every((name) => outcomes[name] === NOTHING_BOUGHT[name]) ? null : `{${OUTCOMES.map((name) => outcomes[name]).join(',')}}`
}

/** What an earlier release did not yet count was nothing. */
function fromRow(outcomes: readonly number[] | null): Outcomes {
  return outcomes ? (Object.fromEntries(OUTCOMES.map((name, at) => [name, outcomes[at] ?? 0])) as Outcomes) : NOTHING_BOUGHT
}
