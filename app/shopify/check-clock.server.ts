import { clockFault } from '#app/platform/clock.server.ts'
import { pool } from '#app/platform/db.server.ts'
import { repeatUntilAborted } from '#app/platform/repeat-until-aborted.server.ts'
import { withTimeout } from '#app/platform/with-timeout.server.ts'
import { fetchShopify } from './fetch-shopify.server.ts'

const EVERY = 10 * 60_000
/** While the clock seems to be wrong: whoever puts it right waits for nothing else. */
const WHILE_WRONG = 5_000
const PATIENCE = 10_000

/**
 * Has Shopify say what time it is, now and then, until `signal` aborts: with a clock that is wrong no merchant comes in, and
 * then nothing else would ask Shopify anything. Whatever it answers bears the time.
 */
export async function checkClock(signal: AbortSignal): Promise<void> {
  let due = 0
  const askWhenDue = async (): Promise<void> => {
    if (performance.now() < due && clockFault() === undefined) return
    if (await withTimeout(PATIENCE, signal, ask)) due = performance.now() + EVERY
  }
  await repeatUntilAborted(askWhenDue, WHILE_WRONG, 'Shopify could not be asked for the time', signal)
}

/** False where there is no shop to ask for. */
async function ask(signal: AbortSignal): Promise<boolean> {
  const { rows } = await pool.query<{ shop: string }>('SELECT id AS shop FROM shop WHERE uninstalled_at IS NULL ORDER BY random() LIMIT 1')
  const [found] = rows
  if (!found) return false
  await fetchShopify(`https://${found.shop}/admin/oauth/access_token`, { method: 'HEAD', redirect: 'manual', signal })
  return true
}
