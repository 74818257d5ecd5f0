import type { ClientBase, Pool } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { digestOf } from '#app/rules/versions/digest.server.ts'
import { trustSet } from '#app/rules/versions/working-set.server.ts'
import type { RuleSet } from '../rule-set.ts'

/** The last file that took the place of what the shop's merchants work on. */
export interface AppliedFile {
  /** The digest of the set that it left. */
  readonly left: string
  /** The set that stood there before; the one that it left where that was put back. */
  readonly replaced: RuleSet
  readonly at: Date
}

export async function lastApplied(from: Pool | ClientBase, shop: ShopId): Promise<AppliedFile | undefined> {
  const { rows } = await from.query<AppliedFile>('SELECT "left", replaced, applied_at AS at FROM applied_file WHERE shop_id = $1', [shop])
  return rows[0] && { ...rows[0], replaced: trustSet(rows[0].replaced) }
}

/** Whether what the file replaced can be put back while merchants work on `standing`. */
export function undoable({ left, replaced }: AppliedFile, standing: RuleSet): 'undoable' | 'undone' | 'changed-meanwhile' {
  if (digestOf(standing) !== left) return 'changed-meanwhile'
  return digestOf(replaced) === left ? 'undone' : 'undoable'
}

/** Keeps what a file replaced, so that it can be put back. Applying the last file once more keeps what it had replaced. */
export async function keepReplaced(client: ClientBase, shop: ShopId, before: RuleSet, after: RuleSet, now: Date): Promise<void> {
  await client.query(
    `INSERT INTO applied_file (shop_id, "left", replaced, applied_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (shop_id) DO UPDATE SET "left" = excluded."left", replaced = excluded.replaced, applied_at = excluded.applied_at
       WHERE applied_file."left" <> excluded."left" OR applied_file."left" <> $5`,
    [shop, digestOf(after), JSON.stringify(before), now, digestOf(before)],
  )
}
