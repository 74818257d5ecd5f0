import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { pageInShop } from '#app/shopify/page-in-shop.server.ts'

/** The address of a page of the shop on which something of ours stands, with a rule's offer if there is one; null where there is none. */
export async function livePage(shop: ShopId): Promise<string | null> {
  const { rows } = await pool.query<{ handle: string }>(
    `SELECT handle FROM published_slot AS shown JOIN product ON product.shop_id = shown.shop_id AND product.id = shown.product_id
     WHERE shown.shop_id = $1 AND product.status = 'active' AND product.published_at IS NOT NULL
     ORDER BY slots @? '$[*].slots[*].slot.cards[*] ? (@.reason.by == "rule")' DESC, product.id LIMIT 1`,
    [shop],
  )
  return rows[0] ? pageInShop(shop, rows[0].handle) : null
}
