import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/db.server.ts'
import type { BoughtTogether } from './bought-together.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'

const KIND = 'bought-together'

export interface StoredModel {
  readonly model: BoughtTogether
  /** Names this very model: the start of its bytes' SHA-256. */
  readonly version: string
}

/** Keeps a model in the place of the shop's last one. */
export async function storeModel(client: PoolClient, shop: ShopId, model: BoughtTogether): Promise<void> {
  const bytes = writeSnapshot(model)
  const checksum = sha256(bytes)
  await client.query(
    `INSERT INTO model_snapshot (shop_id, kind, version, orders, products, bytes, checksum, trained_at) VALUES ($1, $2, $3, $4, $5, $6, $7, now())
     ON CONFLICT (shop_id, kind) DO UPDATE SET version = excluded.version, orders = excluded.orders, products = excluded.products,
       bytes = excluded.bytes, checksum = excluded.checksum, trained_at = excluded.trained_at`,
    [shop, KIND, checksum.slice(0, 12), model.orders, model.products.length, Buffer.from(bytes), checksum],
  )
}

/** Erases what models have learnt from the shop: until it is learnt anew, there are none. */
export async function eraseModels(client: PoolClient, shop: ShopId): Promise<void> {
  await client.query('DELETE FROM model_snapshot WHERE shop_id = $1', [shop])
}

/** The shop's last model; undefined where none was trained, or where its bytes are no longer what was stored. */
export async function loadModel(shop: ShopId): Promise<StoredModel | undefined> {
  const { rows } = await pool.query<{ version: string; bytes: Buffer; checksum: string }>(
    'SELECT version, bytes, checksum FROM model_snapshot WHERE shop_id = $1 AND kind = $2',
    [shop, KIND],
  )
  const row = rows[0]
  if (!row || sha256(row.bytes) !== row.checksum) return undefined
  const model = readSnapshot(row.bytes)
  return typeof model === 'string' ? undefined : { model, version: row.version }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
