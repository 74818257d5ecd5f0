import type { ClientBase } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import { canonical } from './canonical.ts'
import { digestOf } from './digest.server.ts'
import { writeMaker, type Maker } from './maker.ts'

interface NewVersion {
  /** The next one. */
  readonly number: number
  readonly set: RuleSet
  readonly by: Maker
  readonly why: string
  /** As a review said; null where there was none. */
  readonly changes: number | null
  readonly pages: number | null
}

/** Makes a version of a set, for whoever holds the shop's rules (`serialized`). The slots of the shop follow once the publish job has run. */
export async function insertVersion(client: ClientBase, shop: ShopId, version: NewVersion, now: Date): Promise<void> {
  const { number, set, by, why, changes, pages } = version
  await client.query(
    `INSERT INTO rule_version (shop_id, number, document, digest, made_by, made_at, why, changes, pages, restored_from)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, max(number) FROM rule_version WHERE shop_id = $1 AND digest = $4`,
    [shop, number, canonical(set), digestOf(set), writeMaker(by), now, why, changes, pages],
  )
}
