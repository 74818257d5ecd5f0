import type { ClientBase, Pool } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import type { Bounds } from '#app/rules/bounds.ts'
import type { Mix } from '#app/rules/mix.ts'
import { readRuleSet, type RuleSet } from '#app/rules/rule-set.ts'
import { isSame } from './is-same.ts'
import { serialized } from './serialized.server.ts'

/** What the shop's merchants work on, as it is at one moment. Throws where a stored document is no rule: our fault, not theirs. */
export async function readWorkingSet(shop: ShopId, from: Pool | ClientBase = pool): Promise<RuleSet> {
  const { rows } = await from.query<Record<keyof RuleSet, unknown>>(
    `SELECT (SELECT coalesce(jsonb_agg(document), '[]') FROM rule WHERE shop_id = $1) AS rules,
            (SELECT condition FROM exclusion WHERE shop_id = $1) AS exclusion,
            coalesce((SELECT pairs FROM never_together WHERE shop_id = $1), '[]') AS "neverTogether",
            (SELECT above_cost FROM price_floor WHERE shop_id = $1) AS floor,
            (SELECT stated FROM free_delivery WHERE shop_id = $1) AS "freeDelivery",
            (SELECT coalesce(jsonb_object_agg(placement, mix), '{}') FROM placement_setting WHERE shop_id = $1) AS placements`,
    [shop],
  )
  const { floor, freeDelivery, ...rest } = rows[0]!
  return trustSet({ ...rest, ...(floor !== null && { floor }), ...(freeDelivery !== null && { freeDelivery }) })
}

/** A stored set. Throws where it is none. */
export function trustSet(document: unknown): RuleSet {
  const read = readRuleSet(document)
  if (read.kind === 'set') return read.set
  throw new Error(`A stored rule cannot be read: ${read.faults.map(({ path, message }) => `${path}: ${message}`).join('; ')}`)
}

/** Puts a whole set in the place of what merchants work on. Rules that stay as they were keep the date of their last change. */
export async function replaceWorkingSet(client: ClientBase, shop: ShopId, set: RuleSet, now: Date): Promise<void> {
  const ids = set.rules.map(({ id }) => id)
  await client.query('DELETE FROM rule WHERE shop_id = $1 AND id <> ALL ($2::text[])', [shop, ids])
  await client.query(
    `INSERT INTO rule (shop_id, id, document, created_at, updated_at)
     SELECT $1, given.id, given.document, $4, $4 FROM unnest($2::text[], $3::jsonb[]) AS given (id, document)
     ON CONFLICT (shop_id, id) DO UPDATE SET document = excluded.document, updated_at = excluded.updated_at
       WHERE rule.document <> excluded.document`,
    [shop, ids, set.rules.map((rule) => JSON.stringify(rule)), now],
  )
  await writeBounds(client, shop, set)
  await writeMix(client, shop, set.placements)
}

export type SettingsSaved<Part> =
  | { readonly kind: 'saved' }
  /** Not written: another stands there than who saves it had seen. */
  | { readonly kind: 'changed-meanwhile'; readonly standing: Part }

/** Writes what no slot ever holds: all of it, or nothing. With `was`, only where that is what stands there. */
export function saveBounds(shop: ShopId, bounds: Bounds, was?: Bounds): Promise<SettingsSaved<Bounds>> {
  return saveWhere(shop, boundsIn, bounds, was, (client) => writeBounds(client, shop, bounds))
}

/** Writes what stands where, likewise. */
export function saveMix(shop: ShopId, mix: Mix, was?: Mix): Promise<SettingsSaved<Mix>> {
  return saveWhere(
    shop,
    ({ placements }) => placements,
    mix,
    was,
    (client) => writeMix(client, shop, mix),
  )
}

/** The bounds of a set, without what it holds besides. */
export function boundsIn({ exclusion, neverTogether, floor, freeDelivery }: RuleSet): Bounds {
  return { exclusion, neverTogether, ...(floor !== undefined && { floor }), ...(freeDelivery && { freeDelivery }) }
}

/** Saving what stands there already is no conflict: an answer may have been lost. */
function saveWhere<Part>(
  shop: ShopId,
  partOf: (set: RuleSet) => Part,
  is: Part,
  was: Part | undefined,
  write: (client: ClientBase) => Promise<void>,
): Promise<SettingsSaved<Part>> {
  return serialized(shop, async (client): Promise<SettingsSaved<Part>> => {
    const standing = was === undefined ? undefined : partOf(await readWorkingSet(shop, client))
    if (standing !== undefined && !isSame(standing, was) && !isSame(standing, is)) return { kind: 'changed-meanwhile', standing }
    await write(client)
    return { kind: 'saved' }
  })
}

async function writeBounds(client: ClientBase, shop: ShopId, { exclusion, neverTogether, floor, freeDelivery }: Bounds): Promise<void> {
  await client.query('DELETE FROM exclusion WHERE shop_id = $1', [shop])
  if (exclusion !== null)
    await client.query('INSERT INTO exclusion (shop_id, condition) VALUES ($1, $2)', [shop, JSON.stringify(exclusion)])
  await client.query('DELETE FROM never_together WHERE shop_id = $1', [shop])
  if (neverTogether.length > 0)
    await client.query('INSERT INTO never_together (shop_id, pairs) VALUES ($1, $2)', [shop, JSON.stringify(neverTogether)])
  await client.query('DELETE FROM price_floor WHERE shop_id = $1', [shop])
  if (floor !== undefined) await client.query('INSERT INTO price_floor (shop_id, above_cost) VALUES ($1, $2)', [shop, floor])
  await client.query('DELETE FROM free_delivery WHERE shop_id = $1', [shop])
  if (freeDelivery !== undefined)
    await client.query('INSERT INTO free_delivery (shop_id, stated) VALUES ($1, $2)', [shop, JSON.stringify(freeDelivery)])
}

async function writeMix(client: ClientBase, shop: ShopId, mix: Mix): Promise<void> {
  await client.query('DELETE FROM placement_setting WHERE shop_id = $1', [shop])
  for (const [placement, one] of Object.entries(mix))
    await client.query('INSERT INTO placement_setting (shop_id, placement, mix) VALUES ($1, $2, $3)', [
      shop,
      placement,
      JSON.stringify(one),
    ])
}
