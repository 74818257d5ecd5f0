import type { ClientBase, Pool } from 'pg'
import type { Catalog } from '#app/catalog/catalog.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { canonical } from '#app/rules/versions/canonical.ts'
import { digestOf } from '#app/rules/versions/digest.server.ts'
import { EMPTY_SET, type RuleSet } from '../rule-set.ts'
import { lastApplied } from './applied-file.server.ts'
import { originOf } from './origin-of.server.ts'
import { originIn } from './origin.ts'

/**
 * Why a document must not take the place of what merchants work on: whoever wrote it has not seen what would go.
 * `since-exported`: something has changed since the document left this shop. Of one that was written by hand or comes from
 * another shop, `since-applied`: something has changed since the last file; `never-seen`: there was no file before.
 */
export type Overtaken = 'since-exported' | 'since-applied' | 'never-seen'

interface Replacing {
  readonly document: unknown
  /** What the document says in this shop, and what merchants work on. */
  readonly set: RuleSet
  readonly standing: RuleSet
  readonly catalog: Catalog
}

/** Undefined where nothing would go unseen: also where the document changes nothing, or the shop has nothing yet. */
export async function overtaken(
  from: Pool | ClientBase,
  shop: ShopId,
  { document, set, standing, catalog }: Replacing,
): Promise<Overtaken | undefined> {
  const stands = canonical(standing)
  if (stands === canonical(set) || stands === canonical(EMPTY_SET)) return undefined
  const origin = originIn(document, shop)
  if (origin) return origin === originOf(shop, standing, catalog) ? undefined : 'since-exported'
  const applied = await lastApplied(from, shop)
  if (!applied) return 'never-seen'
  return applied.left === digestOf(standing) ? undefined : 'since-applied'
}
