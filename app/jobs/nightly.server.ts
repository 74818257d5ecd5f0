import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { retainStrays } from '#app/privacy/retain.server.ts'
import { enqueue } from '#app/queue/queue.server.ts'

/** What happens every night, for every shop that has a row, whether the app is still installed there or not. */
export async function nightly(): Promise<void> {
  await retainStrays()
  const { rows } = await pool.query<{ id: ShopId }>('SELECT id FROM shop ORDER BY id')
  for (const { id } of rows) {
    await enqueue('retain', id)
    await enqueue('check', id)
    // Days pass, and what the shop sells changes, without anybody touching a rule.
    await enqueue('lint', id)
    // Days pass for those who have not come back, too.
    await enqueue('measure', id)
    // Mends what no webhook has told: the catalogue anew, and the orders that changed since the last time.
    await enqueue('sync', id)
  }
}
