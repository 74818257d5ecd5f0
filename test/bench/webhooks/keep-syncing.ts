import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'

/** Has the whole of a shop read again and again until it is stopped. Returns how often it was read to the end. */
export function keepSyncing(database: pg.Pool, shop: string): { readonly stop: () => Promise<number> } {
  let going = true
  let done = 0
  const looping = (async () => {
    while (going) {
      const { rows } = await database.query<{ phase: string }>(
        `SELECT phase FROM sync WHERE shop_id = $1 AND kind = 'orders' AND NOT EXISTS (
           SELECT FROM jobs.job WHERE name = 'sync' AND data->>'shop' = $1 AND state < 'completed')`,
        [shop],
      )
      if (rows[0]) {
        if (rows[0].phase !== 'done') throw new Error(`A sync ended as ${rows[0].phase}`)
        done += 1
        // Without a memory of the last time every order is read, not only what changed.
        await database.query(`DELETE FROM sync WHERE shop_id = $1 AND kind = 'orders'`, [shop])
        await database.query(`INSERT INTO jobs.job (name, data, singleton_key, policy) VALUES ('sync', $1, $2, 'stately')`, [
          { shop },
          shop,
        ])
      }
      await wait(100)
    }
  })()
  return {
    async stop() {
      going = false
      await looping
      return done
    },
  }
}
