import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach } from 'vitest'
import { LOCAL_API_KEY, LOCAL_API_SECRET, LOCAL_TOKEN_KEY } from '../../running/app-processes.ts'
import { aDatabase } from '../../setup/database.ts'

Object.assign(process.env, {
  DATABASE_URL: await aDatabase(),
  NODE_ENV: 'test',
  SHOPIFY_API_KEY: LOCAL_API_KEY,
  SHOPIFY_API_SECRET: LOCAL_API_SECRET,
  TOKEN_KEY: LOCAL_TOKEN_KEY,
  SHOPIFY_APP_URL: 'http://localhost:4960',
})
const { listIncomparable, listLeftOut } = await import('#app/pages/health/left-out.server.ts')
const { closeDatabase, pool } = await import('#app/platform/db.server.ts')
const { installationOf } = await import('#app/shopify/installation.server.ts')
const { takeCatalog } = await import('#app/jobs/take-catalog.server.ts')
const { takeOrders } = await import('#app/jobs/take-orders.server.ts')
const { readPurchases } = await import('#app/signals/read-purchases.server.ts')

const SHOP = 'odd.myshopify.com' as Parameters<typeof installationOf>[0]
let file = ''
const storage = createServer((_request, response) => void response.end(file))
await new Promise<void>((resolve) => storage.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${(storage.address() as AddressInfo).port}/x.jsonl`

/** A shop that nothing has been read of yet; anew before each test. */
export async function beginAnew(): Promise<void> {
  for (const table of ['shop', 'product', 'collection', 'collection_member', '"order"', 'order_line', 'quarantined_line', 'delivery'])
    await pool.query(`TRUNCATE ${table} CASCADE`)
  await pool.query(
    `INSERT INTO shop (id, name, currency, timezone, scopes, installed_at) VALUES ($1, 'Odd', 'EUR', 'Europe/Berlin', '{read_customers}', now())`,
    [SHOP],
  )
}

beforeEach(beginAnew)
afterAll(async () => {
  storage.close()
  await closeDatabase()
})

/** Takes over an export whose file holds these lines; each is written as JSON where it is no text. */
export async function take(kind: 'catalog' | 'orders', lines: readonly unknown[]) {
  file = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')
  const installation = (await installationOf(SHOP))!
  const told = { url, size: Buffer.byteLength(file) }
  const { signal } = new AbortController()
  const tell = async () => {}
  return kind === 'catalog' ? takeCatalog(installation, told, [], new Date(), tell, signal) : takeOrders(installation, told, tell, signal)
}

export async function rowsOf<Row extends object>(sql: string): Promise<Row[]> {
  return (await pool.query<Row>(sql)).rows
}

/** The ids that a table holds, by rising id. */
export async function idsIn(table: 'product' | '"order"'): Promise<number[]> {
  return (await rowsOf<{ id: number }>(`SELECT id FROM ${table} ORDER BY id`)).map(({ id }) => id)
}

/** What the merchant reads of it. */
export const leftOut = () => listLeftOut(SHOP, 20)

/** What the orders say about what goes together: the products of each that speaks, oldest first. */
export async function purchases(): Promise<(readonly number[])[]> {
  return (await readPurchases(SHOP, Date.now())).map(({ products }) => products)
}

export const incomparable = () => listIncomparable(SHOP)
