import type { ShopId } from '#app/commerce/ids.ts'
import type { Placement } from '#app/commerce/placement.ts'
import { pool } from '#app/platform/db.server.ts'

/** How many cards the shop's pages show first at a placement, by who chose them. */
export interface Share {
  readonly placement: Placement
  /** The slot, counted from 0. */
  readonly slot: number
  readonly merchant: number
  readonly machine: number
}

/** A block shows so many unless it is told otherwise. */
const SHOWN = 4
/** Pages that are looked at: enough to tell a share to a point, whatever the shop's size. */
const LOOKED_AT = 2_000

/** Who fills the slots that now stand in the shop, on at most so many of its pages. What was pinned is the merchant's. */
export async function shareOf(shop: ShopId): Promise<Share[]> {
  const { rows } = await pool.query<Share>(
    `WITH looked AS (SELECT slots FROM published_slot WHERE shop_id = $1 ORDER BY hashint8(product_id) LIMIT $2)
     SELECT at.value->>'placement' AS placement, slot.place::int - 1 AS slot,
            count(*) FILTER (WHERE card.value->'reason'->>'by' IN ('rule', 'pinned'))::int AS merchant,
            count(*) FILTER (WHERE card.value->'reason'->>'by' NOT IN ('rule', 'pinned'))::int AS machine
     FROM looked, jsonb_array_elements(looked.slots) AS at, jsonb_array_elements(at.value->'slots') WITH ORDINALITY AS slot (value, place),
          jsonb_array_elements(coalesce(slot.value->'slot'->'cards', '[]')) WITH ORDINALITY AS card (value, place)
     WHERE card.place <= $3 GROUP BY 1, 2 ORDER BY 1, 2`,
    [shop, LOOKED_AT, SHOWN],
  )
  return rows
}
