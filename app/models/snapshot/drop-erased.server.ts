import { pool } from '#app/platform/db.server.ts'
import { dropModelFile, fileNameOf, storedModels, type ModelName } from './model-files.server.ts'
import { MODEL_FOLDER } from './model-folder.server.ts'

/**
 * Deletes the files of models that the database names no longer. A file is older than this look into the database, and was
 * written of a model that stood there: what is not there now has been erased or replaced.
 */
export async function dropErasedModels(): Promise<void> {
  const kept = await storedModels(MODEL_FOLDER)
  if (kept.length === 0) return
  const { rows } = await pool.query<ModelName>('SELECT shop_id AS shop, version FROM model_snapshot WHERE shop_id = ANY ($1)', [
    kept.map(({ shop }) => shop),
  ])
  const named = new Set(rows.map(fileNameOf))
  for (const name of kept) if (!named.has(fileNameOf(name))) await dropModelFile(MODEL_FOLDER, name)
}
