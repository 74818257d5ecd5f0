import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import { firstWhole, type StoredModel } from './first-whole.server.ts'
import type { ModelName } from './model-files.server.ts'
import { MODEL_FOLDER } from './model-folder.server.ts'

/**
 * The shop's newest model of which the bytes are what was stored; undefined where there is none. The database says which
 * there are: a file alone is no model.
 */
export async function loadModel(shop: ShopId): Promise<StoredModel | undefined> {
  const { rows } = await pool.query<ModelName>(
    'SELECT shop_id AS shop, version FROM model_snapshot WHERE shop_id = $1 ORDER BY trained_at DESC',
    [shop],
  )
  return firstWhole(MODEL_FOLDER, rows, fetchBytes, (name, why) => log.error({ ...name, why }, 'A model was refused'))
}

async function fetchBytes({ shop, version }: ModelName): Promise<Uint8Array | undefined> {
  const { rows } = await pool.query<{ bytes: Buffer }>('SELECT bytes FROM model_snapshot WHERE shop_id = $1 AND version = $2', [
    shop,
    version,
  ])
  return rows[0]?.bytes
}
