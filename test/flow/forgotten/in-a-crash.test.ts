import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { aWorldToForget, FORGOTTEN } from '../../a/world-to-forget.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'

const world = aWorldToForget()
const DOMAIN = world.facts.domain
const { app, database, quiet, send, one, until } = await aSyncedShop('forgotten-in-a-crash', world)

it('models forget a customer although the worker is killed the moment the orders are gone', async () => {
  expect(await one('SELECT orders FROM model_snapshot')).toBe(20)
  const [shopHeld, queueHeld] = [await database.connect(), await database.connect()]
  try {
    // The worker has taken the job up and waits for the shop, then it can do nothing more about the queue.
    await shopHeld.query('BEGIN')
    await shopHeld.query('SELECT FROM shop WHERE id = $1 FOR UPDATE', [DOMAIN])
    expect(await send('customers/redact', FORGOTTEN)).toBe(200)
    await until(`SELECT EXISTS (SELECT FROM jobs.job WHERE name = 'apply' AND state = 'active')`)
    await until(`SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FOR NO KEY UPDATE%')`)
    await queueHeld.query('BEGIN')
    await queueHeld.query('LOCK TABLE jobs.job IN SHARE MODE')
    await shopHeld.query('ROLLBACK')
    // Whatever the worker could do without the queue is done.
    await wait(1_000)
    // PostgreSQL would do for the dead what they had asked it for.
    await database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    await app.replace('worker')
  } finally {
    await queueHeld.query('ROLLBACK')
    shopHeld.release()
    queueHeld.release()
  }
  // The queue misses the dead worker after a while; nobody waits for that here.
  await database.query(`UPDATE jobs.job SET state = 'retry', start_after = now() WHERE state = 'active'`)
  await quiet()
  expect(await one('SELECT count(*) FROM "order"')).toBe('18')
  expect(await one('SELECT orders FROM model_snapshot')).toBe(18)
})
