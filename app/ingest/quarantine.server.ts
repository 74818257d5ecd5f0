import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import type { BrokenLine } from '#app/shopify/export/broken-line.ts'

/** Beyond that many, one more names no new fault. */
const MOST = 1_000

/** What a line is named by: the product or the order that it hangs on, which a merchant can find. */
export function named({ gid, parent, why }: BrokenLine): { readonly gid: string | null; readonly why: string } {
  return { gid: parent ?? gid, why }
}

/**
 * Writes down which lines of an export could not be used, in the place of those of the export before; never what they said. As
 * `facts`, by name and type, which of the merchant's own facts no rule can compare.
 */
export async function quarantine(
  client: PoolClient,
  shop: ShopId,
  kind: 'catalog' | 'orders' | 'facts',
  lines: readonly { readonly gid: string | null; readonly why: string }[],
): Promise<void> {
  await client.query('DELETE FROM quarantined_line WHERE shop_id = $1 AND kind = $2', [shop, kind])
  const some = lines.slice(0, MOST)
  await client.query('INSERT INTO quarantined_line (shop_id, kind, gid, why) SELECT $1, $2, * FROM unnest($3::text[], $4::text[])', [
    shop,
    kind,
    some.map(({ gid }) => gid),
    some.map(({ why }) => why),
  ])
}
