import { expect } from 'vitest'
import type { AppInProcess } from './in-one-process.ts'
import type { Remembered } from './remembered.ts'
import { markOf } from './worlds.ts'

type Rows = (sql: string) => Promise<unknown[]>

/** Every delivery was acknowledged or lost on its way; each acknowledged event stands once, and has been dealt with. */
export async function expectDeliveriesDone(app: AppInProcess, { domain, left }: Remembered, rows: Rows): Promise<void> {
  expect(await rows('SELECT topic, failure FROM delivery WHERE shop_id = $1 AND (applied_at IS NULL OR failure IS NOT NULL)')).toEqual([])
  const sent = app.simulator.webhooks.deliveries.filter((delivery) => delivery.domain === domain && !delivery.lost)
  expect(sent.filter(({ status }) => status !== 200).map(({ topic, status }) => ({ topic, status }))).toEqual([])
  const stored = (await rows(`SELECT topic || ' ' || event_id AS event FROM delivery WHERE shop_id = $1 AND event_id IS NOT NULL`)) as {
    readonly event: string
  }[]
  const events = stored.map(({ event }) => event).toSorted()
  expect(events).toEqual([...new Set(events)])
  const told = new Set(sent.map(({ topic, eventId }) => `${topic} ${eventId}`))
  expect(events.filter((event) => !told.has(event))).toEqual([])
  // For a shop that left, only what forgets is kept.
  if (!left) expect(events).toEqual([...told].toSorted())
}

/** No id of a redacted customer or order in any row of any table. */
export async function expectNobodyRedactedIsLeft(app: AppInProcess, shop: Remembered): Promise<void> {
  const ids = [...shop.redactedCustomers, ...shop.redactedOrders]
  if (ids.length > 0) expect(await rowsThatSay(app, shop.domain, `\\m(${ids.join('|')})\\M`)).toEqual([])
}

/** Every shop has the same ids, but whatever it calls its own by stands in its own rows alone. */
export async function expectNothingOfOthers(app: AppInProcess, { domain }: Remembered): Promise<void> {
  const others = `${markOf('SHOP').replace('SHOP', `(?!${domain.split('.')[0]!} )shop-\\d+`)}|shop-\\d+(?<!${domain.split('.')[0]!})\\.myshopify`
  expect(await rowsThatSay(app, domain, others)).toEqual([])
}

/** The shop's rows, of whatever table, in whose text the expression is found. */
async function rowsThatSay(app: AppInProcess, domain: string, expression: string): Promise<unknown[]> {
  const { rows: tables } = await app.database.query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'shop_id'`,
  )
  const said = tables.map(({ name }) => `SELECT '${name}' AS table, t::text AS row FROM ${name} t WHERE shop_id = $1 AND t::text ~ $2`)
  const jobs = `SELECT 'jobs', j::text FROM jobs.job j WHERE data->>'shop' = $1 AND j::text ~ $2`
  return (await app.database.query([...said, jobs].join(' UNION ALL '), [domain, expression])).rows
}
