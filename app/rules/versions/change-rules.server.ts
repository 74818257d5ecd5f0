import type { ClientBase, PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { env } from '#app/platform/env.server.ts'
import { tooMuch, type RuleVolume, type TooMuch } from '#app/rules/rule-volume.ts'
import { serialized } from './serialized.server.ts'

const MOST: RuleVolume = { rules: env.MOST_RULES, bytes: env.MOST_RULE_BYTES }

/** Thrown so that the transaction is rolled back. */
class Refused extends Error {
  readonly why: TooMuch
  constructor(why: TooMuch) {
    super('A shop would have more rules than it may')
    this.why = why
  }
}

/** The one way in which rules are written: `work` stands as a whole, or not at all where it leaves the shop with more than it may have. */
export async function changeRules<Result>(shop: ShopId, work: (client: PoolClient) => Promise<Result>): Promise<Result | TooMuch> {
  try {
    return await serialized(shop, async (client) => {
      const before = await volumeOf(shop, client)
      const result = await work(client)
      const why = tooMuch(before, await volumeOf(shop, client), MOST)
      if (why) throw new Refused(why)
      return result
    })
  } catch (error) {
    if (error instanceof Refused) return error.why
    throw error
  }
}

/** Whether a rule is active costs nothing, and nothing that says “no” does: rules of the first days lack it until they are saved again. */
async function volumeOf(shop: ShopId, client: ClientBase): Promise<RuleVolume> {
  const { rows } = await client.query<RuleVolume>(
    `SELECT count(*) AS rules,
            coalesce(sum(octet_length(jsonb_strip_nulls(document - '{state,stop,fallback}'::text[])::text)), 0) AS bytes
     FROM rule WHERE shop_id = $1`,
    [shop],
  )
  return rows[0]!
}
