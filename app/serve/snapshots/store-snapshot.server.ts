import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { versionOf } from './checked-bytes.server.ts'
import type { SnapshotTable } from './snapshot.server.ts'

/**
 * Puts a snapshot in the place of the shop's last one, where it is another, and where the app is installed; `where` bounds that
 * further. Resolves to whether there was something new.
 */
export async function storeSnapshot(
  client: PoolClient,
  table: SnapshotTable,
  shop: ShopId,
  bytes: Buffer,
  where = 'true',
): Promise<boolean> {
  const version = versionOf(bytes)
  // Mostly nothing has changed: then megabytes stay here.
  const { rowCount } = await client.query(`SELECT FROM ${table} WHERE shop_id = $1 AND version = $2`, [shop, version])
  if (rowCount === 1) return false
  const stored = await client.query(
    `INSERT INTO ${table} (shop_id, version, bytes, stored_at)
     SELECT id, $2, $3, now() FROM shop WHERE id = $1 AND uninstalled_at IS NULL AND ${where}
     ON CONFLICT (shop_id) DO UPDATE SET version = excluded.version, bytes = excluded.bytes, stored_at = excluded.stored_at
       WHERE ${table}.version <> excluded.version`,
    [shop, version, bytes],
  )
  return stored.rowCount === 1
}
