import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/db.server.ts'
import { keepDoing } from '#app/keep-doing.server.ts'
import { dropUnfinished } from '#app/keep-whole.server.ts'
import { log } from '#app/log.server.ts'
import { readPublished, versionOf } from './published-snapshot.server.ts'
import { dropFile, keepFile, keptShops, keptVersion } from './snapshot-files.server.ts'
import type { Snapshots } from './snapshot.server.ts'

const EVERY = 1_000
/** Milliseconds after which a file that is still being written belongs to nobody any more. */
const ABANDONED = 60 * 60_000

/**
 * Keeps the snapshots of this process at what the database holds, until `signal` aborts. While the database is away the
 * last ones serve on, and a process that starts then serves from its files.
 */
export async function followPublished(folder: string, snapshots: Snapshots, signal: AbortSignal): Promise<void> {
  await dropUnfinished(folder, Date.now() - ABANDONED)
  const known = new Map<ShopId, string>()
  for (const shop of await keptShops(folder)) known.set(shop, (await keptVersion(folder, shop)) ?? '')
  await keepDoing(() => follow(folder, snapshots, known), EVERY, 'Published snapshots grow old', signal)
}

async function follow(folder: string, snapshots: Snapshots, known: Map<ShopId, string>): Promise<void> {
  const { rows } = await pool.query<{ shop: ShopId; version: string }>(
    `SELECT shop_id AS shop, version FROM published_snapshot
     WHERE EXISTS (SELECT FROM shop WHERE shop.id = shop_id AND uninstalled_at IS NULL)`,
  )
  const served = new Set(rows.map(({ shop }) => shop))
  for (const shop of known.keys()) {
    if (served.has(shop)) continue
    snapshots.drop(shop)
    await dropFile(folder, shop)
    known.delete(shop)
  }
  for (const shop of snapshots.takeMissed()) known.delete(shop)
  for (const { shop, version } of rows) {
    if (known.get(shop) === version) continue
    await fetchOne(folder, snapshots, shop)
    // One that was refused is not asked for again: the next has another name.
    known.set(shop, version)
  }
}

async function fetchOne(folder: string, snapshots: Snapshots, shop: ShopId): Promise<void> {
  const { rows } = await pool.query<{ bytes: Buffer }>('SELECT bytes FROM published_snapshot WHERE shop_id = $1', [shop])
  const bytes = rows[0]?.bytes
  if (!bytes) return
  const read = readPublished(bytes)
  if (typeof read === 'string' || read.shop !== shop) {
    log.error({ shop, version: versionOf(bytes), why: read }, 'A published snapshot was refused; the last one serves on')
    return
  }
  snapshots.put(read)
  // Without its file it is served all the same, until it gives way to others.
  await keepFile(folder, shop, bytes).catch((error: Error) =>
    log.error({ shop, why: error.message }, 'A snapshot could not be kept on disk'),
  )
}
