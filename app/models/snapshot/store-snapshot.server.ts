import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import type { Report } from '#app/models/evaluation/report.ts'
import type { Ranker } from '#app/models/ranker/ranker.ts'
import { writeRanker } from '#app/models/ranker/write-ranker.ts'
import { versionOf } from './model-files.server.ts'

/** What training has brought. */
export interface Trained {
  /** As `writeSnapshot` makes them. */
  readonly bytes: Uint8Array
  /** As `writeLists` makes them: what comes next for each customer. */
  readonly customers: Uint8Array
  readonly report: Report
  readonly ranker: Ranker
  readonly next: Ranker
}

/** The newest, and the one before it, in case the newest is spoilt. */
const KEPT = 2

/** Stores a model in front of the shop's last one. None is ever changed. */
export async function storeModel(client: PoolClient, shop: ShopId, { bytes, report, ranker, next }: Trained): Promise<void> {
  await client.query(
    `INSERT INTO model_snapshot (shop_id, version, orders, products, bytes, report, ranker, next_ranker, trained_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())
     ON CONFLICT (shop_id, version) DO UPDATE
     SET bytes = excluded.bytes, report = excluded.report, ranker = excluded.ranker, next_ranker = excluded.next_ranker,
       trained_at = excluded.trained_at`,
    [shop, versionOf(bytes), report.orders, report.products, bytes, report, writeRanker(ranker), writeRanker(next)],
  )
  await client.query(
    `DELETE FROM model_snapshot WHERE shop_id = $1
     AND version NOT IN (SELECT version FROM model_snapshot WHERE shop_id = $1 ORDER BY trained_at DESC LIMIT $2)`,
    [shop, KEPT],
  )
}

/** Erases what models have learnt from the shop: until it is learnt anew, there are none. */
export async function eraseModels(client: PoolClient, shop: ShopId): Promise<void> {
  const { rowCount } = await client.query('DELETE FROM model_snapshot WHERE shop_id = $1', [shop])
  if (rowCount) await client.query('UPDATE shop SET unlearnt_at = now() WHERE id = $1', [shop])
}
