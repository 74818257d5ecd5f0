import { pageMix } from '../../a/rule-set.ts'
import { afterAll, expect, it } from 'vitest'
import { anOrder, aProduct, aWorld } from '../../a/world.ts'
import { publishInApp, putInApp } from '../../running/merchant.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'

const MANY = 60
const [one, other, third] = [1, 2, 3].map((id) => aProduct({ id })) as [Item, Item, Item]
type Item = ReturnType<typeof aProduct>
const recently = new Date(Date.now() - 5 * 24 * 60 * 60 * 1000).toISOString()
const taught = Array.from({ length: 20 }, (_, at) => anOrder({ id: at + 1, of: at % 2 ? [one, other] : [third], createdAt: recently }))
const ofMany = Array.from({ length: MANY }, (_, at) => anOrder({ id: 1_000 + at, of: [third], createdAt: recently }))
const world = aWorld({ products: [one, other, third], orders: [...taught, ...ofMany] })
const DOMAIN = world.facts.domain
const { simulator, app, database, quiet, send, one: only, until } = await aSyncedShop('forgotten-in-a-stream', world)
await putInApp(simulator, app.url, DOMAIN, '/placements', pageMix('open'))
await publishInApp(simulator, app.url, DOMAIN)
await quiet()

const standing = () => only('SELECT count(*)::int FROM published_slot WHERE product_id > 0')
/** The next redaction follows as soon as the last one is done, however fast that is. */
async function forget(...orders: number[]): Promise<void> {
  expect(await send('customers/redact', { customer: null, orders_to_redact: orders })).toBe(200)
  await until(`SELECT NOT EXISTS (SELECT FROM "order" WHERE id IN (${orders.join()}))`)
}

/** No training comes to an end as long as somebody else is to be forgotten. */
await database.query(`
  CREATE FUNCTION stop_learning() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not while they come'; END $$;
  CREATE TRIGGER learning BEFORE INSERT OR UPDATE ON model_snapshot FOR EACH ROW EXECUTE FUNCTION stop_learning()`)
afterAll(() => database.query('DROP TRIGGER IF EXISTS learning ON model_snapshot'))

it('publishing waits for no model while one redaction follows the other', async () => {
  expect(await standing()).toBe(2)
  await forget(...taught.map(({ id }) => id))
  await until('SELECT NOT EXISTS (SELECT FROM model_snapshot)')
  // So long a model is waited for; nobody waits for that here.
  await database.query(`UPDATE shop SET unlearnt_at = unlearnt_at - interval '1 minute'`)
  let forgotten = 0
  for (; forgotten < MANY && (await standing()) !== 0; forgotten += 1) await forget(1_000 + forgotten)
  expect(await standing()).toBe(0)
  expect(forgotten).toBeLessThan(MANY)
})
