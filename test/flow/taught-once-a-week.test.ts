import { expect, it } from 'vitest'
import { aCustomer, anOrder, aProduct, aWorld } from '../a/world.ts'
import { askFor } from '../running/ask-for.ts'
import { aSyncedShop } from '../running/synced-shop.ts'

const products = Array.from({ length: 20 }, (_, at) => aProduct({ id: at + 1 }))
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString()
const pairs = Array.from({ length: 400 }, (_, at) => {
  const pair = (at * 7) % 10
  return anOrder({
    id: at + 1,
    of: [products[pair * 2]!, products[pair * 2 + 1]!],
    createdAt: daysAgo(1 + at / 10),
    customerId: at === 0 ? 7 : null,
  })
})
const world = aWorld({ products, customers: [aCustomer({ id: 7 })], orders: pairs })
const DOMAIN = world.facts.domain
const { database, quiet, send, one } = await aSyncedShop('taught-once-a-week', world)

const newest = (what: string) => one(`SELECT ${what} FROM model_snapshot ORDER BY trained_at DESC LIMIT 1`)
const taughtAt = () => newest(`report->'learnt'->>'at'`)
async function train(): Promise<void> {
  await askFor(database, 'train', DOMAIN)
  await quiet()
}

it('a night counts all orders, and keeps the order that they were learnt to be put in', async () => {
  expect(await newest(`ranker->'ranker'->>'kind'`)).not.toBe('nothing')
  const [taught, trained] = [await taughtAt(), await newest('trained_at::text')]
  await train()
  expect(await newest('trained_at::text')).not.toBe(trained)
  expect(await taughtAt()).toBe(taught)
})

it('after a week it is learnt anew', async () => {
  await database.query(
    `UPDATE model_snapshot SET report = jsonb_set(report, '{learnt,at}', to_jsonb((report->'learnt'->>'at')::float8 - 7))`,
  )
  const taught = Number(await taughtAt())
  await train()
  expect(Number(await taughtAt())).toBeGreaterThan(taught + 6.9)
})

it('what somebody who is forgotten has taught is learnt anew without them', async () => {
  const taught = await taughtAt()
  expect(await send('customers/redact', { customer: { id: 7 }, orders_to_redact: [1] })).toBe(200)
  await quiet()
  expect(await newest('orders')).toBe(399)
  expect(await newest(`report->'learnt'->>'orders'`)).toBe('399')
  expect(await taughtAt()).not.toBe(taught)
})
