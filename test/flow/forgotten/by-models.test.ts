import { pageMix } from '../../a/rule-set.ts'
import { afterAll, expect, it } from 'vitest'
import { aCustomer, anOrder, aProduct, aWorld } from '../../a/world.ts'
import { askFor } from '../../running/ask-for.ts'
import { publishInApp, putInApp } from '../../running/merchant.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'

const [first, second, third, rare, rarer] = [1, 2, 3, 4, 5].map((id) => aProduct({ id })) as [Item, Item, Item, Item, Item]
type Item = ReturnType<typeof aProduct>
const recently = new Date(Date.now() - 5 * 24 * 60 * 60 * 1000).toISOString()
const crowd = Array.from({ length: 30 }, (_, at) => anOrder({ id: 100 + at, of: at % 2 ? [first, second] : [third], createdAt: recently }))
/** Nobody else ever bought these two together: one customer, who was a guest the other times. */
const theirs = [1, 2, 3].map((id) => anOrder({ id, of: [rare, rarer], createdAt: recently, customerId: id === 1 ? 7 : null }))
const others = [4, 5].map((id) => anOrder({ id, of: [third], createdAt: recently, customerId: 8 }))
const world = aWorld({
  products: [first, second, third, rare, rarer],
  customers: [7, 8].map((id) => aCustomer({ id })),
  orders: [...crowd, ...theirs, ...others],
})
const DOMAIN = world.facts.domain
const { simulator, app, database, shop, quiet, send, rowsOf, one, until } = await aSyncedShop('forgotten-by-models', world)
await putInApp(simulator, app.url, DOMAIN, '/placements', pageMix('open'))
await publishInApp(simulator, app.url, DOMAIN)
await quiet()

const pages = async () =>
  (await rowsOf('SELECT product_id::int AS id FROM published_slot WHERE product_id > 0 ORDER BY 1')).map(({ id }) => id)
const standsIn = (id: number) => shop.metafields.of(`gid://shopify/Product/${id}`).length > 0
const snapshot = () => one(`SELECT encode(bytes, 'escape') FROM published_snapshot`)

/** From now on each model that is stored leaves the number of its orders behind; `fails`: none can be stored. */
async function watchModels(fails: boolean): Promise<void> {
  await database.query(`
    CREATE TABLE IF NOT EXISTS learnt (orders int);
    CREATE OR REPLACE FUNCTION learn() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN ${fails ? `RAISE EXCEPTION 'no model today';` : 'INSERT INTO learnt VALUES (NEW.orders); RETURN NEW;'} END $$;
    CREATE OR REPLACE TRIGGER learning BEFORE INSERT OR UPDATE ON model_snapshot FOR EACH ROW EXECUTE FUNCTION learn()`)
}
afterAll(() => database.query('DROP TRIGGER IF EXISTS learning ON model_snapshot'))

it('what was learnt from a forgotten customer goes with the orders, and from the shop as well, though training fails again and again', async () => {
  expect(await pages()).toEqual([1, 2, 4, 5])
  expect(await snapshot()).toContain('"product":4')
  const named = JSON.stringify({ examples: [{ order: 1, at: 0 }] })
  await database.query(
    `INSERT INTO proposal (shop_id, key, place, proposal, state, dismissal) VALUES ($1, 'open', 1, $2, 'open', NULL), ($1, 'dismissed', 2, $2, 'dismissed', '{}')`,
    [DOMAIN, named],
  )
  await watchModels(true)
  expect(await send('customers/redact', { customer: { id: 7 }, orders_to_redact: [1, 2, 3] })).toBe(200)
  await until(`SELECT NOT EXISTS (SELECT FROM "order" WHERE id IN (1, 2, 3))`)
  expect(await one('SELECT count(*) FROM model_snapshot')).toBe('0')
  expect(await rowsOf('SELECT state, proposal FROM proposal')).toEqual([{ state: 'dismissed', proposal: { examples: [] } }])
  await until(`SELECT EXISTS (SELECT FROM jobs.job WHERE name = 'train' AND state < 'completed' AND retry_count > 0)`)
  // Nobody waits here until publishing has waited for a model for long enough.
  await database.query(`UPDATE shop SET unlearnt_at = unlearnt_at - interval '1 minute'`)
  await until(
    `SELECT NOT EXISTS (SELECT FROM published_slot WHERE product_id > 0) AND NOT EXISTS (SELECT FROM jobs.job WHERE name = 'publish' AND state < 'completed')`,
  )
  expect([1, 2, 4, 5].filter(standsIn)).toEqual([])
  expect(await snapshot()).not.toContain('"product":4')
  expect(await one(`SELECT max(retry_count) FROM jobs.job WHERE name = 'train' AND state < 'completed'`)).toBeGreaterThan(0)
})

it('what all others taught comes back as soon as training works', async () => {
  await watchModels(false)
  await database.query(`UPDATE jobs.job SET start_after = now() WHERE name = 'train' AND state = 'retry'`)
  await quiet()
  expect(await one('SELECT orders FROM model_snapshot')).toBe(32)
  expect(await pages()).toEqual([1, 2])
  expect([1, 2, 4, 5].filter(standsIn)).toEqual([1, 2])
  expect(await snapshot()).not.toContain('"product":4')
})

it('a model that was being trained on the orders while they were forgotten is never stored', async () => {
  await database.query('DELETE FROM learnt')
  const held = await database.connect()
  try {
    // First in the row: who forgets. Behind it: who has read the orders already.
    await held.query('BEGIN')
    await held.query('SELECT FROM shop WHERE id = $1 FOR UPDATE', [DOMAIN])
    expect(await send('customers/redact', { customer: { id: 8 }, orders_to_redact: [4, 5] })).toBe(200)
    await until(waitsFor('FOR NO KEY UPDATE'))
    await askFor(database, 'train', DOMAIN)
    await until(waitsFor('FOR SHARE'))
  } finally {
    await held.query('ROLLBACK')
    held.release()
  }
  await quiet()
  expect(await one('SELECT count(*) FROM "order"')).toBe('30')
  expect((await rowsOf('SELECT DISTINCT orders FROM learnt')).map(({ orders }) => orders)).toEqual([30])
  expect(await pages()).toEqual([1, 2])
})

const waitsFor = (lock: string) =>
  `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%${lock}%')`
