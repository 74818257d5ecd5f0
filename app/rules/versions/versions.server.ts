import type { ClientBase, Pool } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { EMPTY_SET, type RuleSet } from '#app/rules/rule-set.ts'
import { readMaker, type Maker } from './maker.ts'
import { trustSet } from './working-set.server.ts'

/** A set as it was published once. Number 0 is what a shop shows before anything was: nothing. */
export interface Version {
  readonly number: number
  readonly set: RuleSet
}

/** What is known of a version without reading its rules. */
export interface VersionNote {
  readonly number: number
  readonly by: Maker
  readonly at: Date
  readonly why: string
  /** The latest earlier version that held the same set. */
  readonly restoredFrom: number | null
  readonly rules: number
  /** Decisions and product pages that differ from the version before, as the review said; null where there was none. */
  readonly changes: number | null
  readonly pages: number | null
}

/** What the shop shows. */
export async function newestVersion(shop: ShopId, from: Pool | ClientBase = pool): Promise<Version> {
  const { rows } = await from.query<{ number: number; document: unknown }>(
    'SELECT number, document FROM rule_version WHERE shop_id = $1 ORDER BY number DESC LIMIT 1',
    [shop],
  )
  return rows[0] ? { number: rows[0].number, set: trustSet(rows[0].document) } : { number: 0, set: EMPTY_SET }
}

/** One version; undefined where the shop has none of that number. */
export async function findVersion(shop: ShopId, number: number, from: Pool | ClientBase = pool): Promise<Version | undefined> {
  if (number === 0) return { number, set: EMPTY_SET }
  const { rows } = await from.query<{ document: unknown }>('SELECT document FROM rule_version WHERE shop_id = $1 AND number = $2', [
    shop,
    number,
  ])
  return rows[0] && { number, set: trustSet(rows[0].document) }
}

/** How many versions the shop has, which is the number of the newest. */
export async function countVersions(shop: ShopId): Promise<number> {
  const { rows } = await pool.query<{ newest: number }>('SELECT coalesce(max(number), 0) AS newest FROM rule_version WHERE shop_id = $1', [
    shop,
  ])
  return rows[0]!.newest
}

type Row = Omit<VersionNote, 'by'> & { readonly by: string }

/** The shop's versions whose number is at most `from`, newest first, at most `most` of them. */
export async function listVersions(shop: ShopId, from: number, most: number): Promise<VersionNote[]> {
  const { rows } = await pool.query<Row>(
    `SELECT number, made_by AS by, made_at AS at, why, restored_from AS "restoredFrom", changes, pages,
            jsonb_array_length(document->'rules') AS rules
     FROM rule_version WHERE shop_id = $1 AND number <= $2 ORDER BY number DESC LIMIT $3`,
    [shop, from, most],
  )
  return rows.map(({ by, ...note }) => ({ ...note, by: readMaker(by) }))
}
