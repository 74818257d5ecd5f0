import { pool } from '#app/db.server.ts'
import { fetchShopify } from '#app/fetch-shopify.server.ts'
import { keepDoing } from '#app/keep-doing.server.ts'
import { within } from '#app/within.server.ts'

const EVERY = 10 * 60_000
const PATIENCE = 10_000

/**
 * Has Shopify say what time it is, now and then, until `signal` aborts: with a clock that is wrong no merchant comes in, and
 * then nothing else would ask Shopify anything. Whatever it answers bears the time.
 */
export async function askTheTime(signal: AbortSignal): Promise<void> {
  await keepDoing(() => within(PATIENCE, signal, ask), EVERY, 'Shopify could not be asked for the time', signal)
}

async function ask(signal: AbortSignal): Promise<void> {
  const { rows } = await pool.query<{ shop: string }>('SELECT id AS shop FROM shop WHERE uninstalled_at IS NULL ORDER BY random() LIMIT 1')
  const [found] = rows
  if (found) await fetchShopify(`https://${found.shop}/admin/oauth/access_token`, { method: 'HEAD', redirect: 'manual', signal })
}
