import type { RuleId, ShopId } from '#app/commerce/ids.ts'
import { pool, prisma } from '#app/platform/db.server.ts'
import { settleRule } from '#app/rules/move-rule.ts'
import { readRule } from '#app/rules/read-rule.ts'
import type { TooMuch } from '#app/rules/rule-volume.ts'
import type { Rule } from '#app/rules/rule.ts'
import { canonical } from './canonical.ts'
import { changeRules } from './change-rules.server.ts'
import { isSame } from './is-same.ts'
import type { RuleEdit } from './rule-edit.ts'
import { readWorkingSet } from './working-set.server.ts'

/** Throws where the stored document is no rule: that is our fault, not the merchant's. */
export async function findRule(shop: ShopId, id: RuleId): Promise<Rule | undefined> {
  const row = await prisma.rule.findUnique({ where: { shopId_id: { shopId: shop, id } } })
  return row ? trust(row.document) : undefined
}

/** When each rule was last changed. */
export async function lastChanges(shop: ShopId): Promise<Map<RuleId, Date>> {
  const { rows } = await pool.query<{ id: RuleId; at: Date }>('SELECT id, updated_at AS at FROM rule WHERE shop_id = $1', [shop])
  return new Map(rows.map(({ id, at }) => [id, at]))
}

export type Saved =
  | { readonly kind: 'saved' }
  /** Not written: another stands there than who saves it had seen; null where it was deleted meanwhile. */
  | { readonly kind: 'changed-meanwhile'; readonly standing: Rule | null }
  | TooMuch

/**
 * Writes the rule, in the place of the shop's rule of the same id: with `was`, only where that is what stands there (null for nothing).
 * Saving what stands there already changes nothing, and is no conflict: an answer may have been lost.
 */
export function saveRule(shop: ShopId, rule: Rule, now: Date, was?: Rule | null): Promise<Saved> {
  return changeRules(shop, async (client): Promise<Saved> => {
    if (was !== undefined) {
      const { rows } = await client.query<{ document: unknown }>('SELECT document FROM rule WHERE shop_id = $1 AND id = $2', [
        shop,
        rule.id,
      ])
      const standing = rows[0] ? trust(rows[0].document) : null
      if (!isSame(standing, was) && !isSame(standing, rule)) return { kind: 'changed-meanwhile', standing }
    }
    await client.query(
      `INSERT INTO rule (shop_id, id, document, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)
       ON CONFLICT (shop_id, id) DO UPDATE SET document = excluded.document, updated_at = excluded.updated_at
         WHERE rule.document <> excluded.document`,
      [shop, rule.id, JSON.stringify(rule), now],
    )
    return { kind: 'saved' }
  })
}

export type Edited = { readonly kind: 'done' } | { readonly kind: 'changed-meanwhile' } | TooMuch

/** Makes every edit, or none where one of the rules is not any more what its edit found. */
export function editRules(shop: ShopId, edits: readonly RuleEdit[], now: Date): Promise<Edited> {
  return changeRules(shop, async (client): Promise<Edited> => {
    const ids = edits.map(({ id }) => id)
    const { rows } = await client.query<{ id: RuleId; document: unknown }>(
      'SELECT id, document FROM rule WHERE shop_id = $1 AND id = ANY ($2::text[])',
      [shop, ids],
    )
    const standing = new Map(rows.map(({ id, document }) => [id, trust(document)]))
    if (edits.some(({ id, was }) => canonical(standing.get(id) ?? null) !== canonical(was))) return { kind: 'changed-meanwhile' }
    const kept = edits.flatMap(({ is }) => (is ? [is] : []))
    await client.query('DELETE FROM rule WHERE shop_id = $1 AND id = ANY ($2::text[])', [
      shop,
      edits.flatMap(({ id, is }) => (is ? [] : [id])),
    ])
    await client.query(
      `INSERT INTO rule (shop_id, id, document, created_at, updated_at)
       SELECT $1, given.id, given.document, $4, $4 FROM unnest($2::text[], $3::jsonb[]) AS given (id, document)
       ON CONFLICT (shop_id, id) DO UPDATE SET document = excluded.document, updated_at = excluded.updated_at`,
      [shop, kept.map(({ id }) => id), kept.map((rule) => JSON.stringify(rule)), now],
    )
    return { kind: 'done' }
  })
}

/**
 * Gives a rule that was just written, in the place of `was`, a place of its own: others that have its priority make room behind it. Returns
 * the rule as it stands then. Where somebody writes one of them at the same moment they stay as they are.
 */
export async function settlePlace(shop: ShopId, rule: Rule, was: Rule | null, now: Date): Promise<Rule> {
  const { rules } = await readWorkingSet(shop)
  const edits = settleRule([...rules.filter(({ id }) => id !== rule.id), ...(was ? [was] : [])], rule)
  if (edits.length === 0 || (await editRules(shop, edits, now)).kind !== 'done') return rule
  return edits.find(({ id }) => id === rule.id)?.is ?? rule
}

function trust(document: unknown): Rule {
  const read = readRule(document)
  if (read.kind === 'rule') return read.rule
  throw new Error(`A stored rule cannot be read: ${read.faults.map(({ path, message }) => `${path}: ${message}`).join('; ')}`)
}
