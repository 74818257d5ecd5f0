import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { localEnvironment } from '../../running/app-processes.ts'
import { aDatabase } from '../../setup/database.ts'
import { askedQueries, type AskedQueries } from './asked-queries.ts'
import { describeQuery, nullableColumns, type Column } from './described.ts'
import { rowFaults } from './row-faults.ts'

let client: pg.Client
let nullable: ReadonlyMap<string, string>

/** Every table that the app has: its own, the queue's, and those that a transaction makes for itself. */
beforeAll(async () => {
  const databaseUrl = await aDatabase()
  Object.assign(process.env, localEnvironment({ databaseUrl, appPort: 1, shopPort: 1 }), { LOG_LEVEL: 'silent' })
  const { openQueue, closeQueue } = await import('#app/queue/queue.server.ts')
  await openQueue()
  await closeQueue()
  client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  nullable = await nullableColumns(client)
  await client.query('BEGIN')
  const { openStage } = await import('#app/catalog/stage-catalog.server.ts')
  const { openOrderStage } = await import('#app/signals/stage-orders.server.ts')
  await openStage(client as unknown as pg.PoolClient)
  await openOrderStage(client as unknown as pg.PoolClient)
}, 120_000)
afterAll(async () => {
  await client.end()
  const { closeDatabase } = await import('#app/platform/db.server.ts')
  await closeDatabase()
})

/** What is wrong with the rows of each query whose text stands in the source, by its place. */
async function faultsOf({ checker, queries }: AskedQueries): Promise<string[]> {
  const faults: string[] = []
  for (const { where, sql, row, usesRows } of queries) {
    const isNullable = ({ tableID, columnID }: Column) => {
      const column = nullable.get(`${tableID}.${columnID}`)
      return column !== undefined && !sql?.includes(`${column} IS NOT NULL`)
    }
    if (usesRows && !row) faults.push(`${where}: nothing says what a row is`)
    if (sql === undefined || !row) continue
    const columns = await describeQuery(client, sql)
    const found = typeof columns === 'string' ? [columns] : rowFaults(row, columns, { checker, isNullable })
    faults.push(...found.map((fault) => `${where}: ${fault}`))
  }
  return faults
}

it('types every row as what PostgreSQL says that it answers', async () => {
  const asked = askedQueries()
  expect(asked.queries.filter(({ sql, row }) => sql !== undefined && row).length).toBeGreaterThan(100)
  expect(await faultsOf(asked)).toEqual([])
}, 300_000)

const PLANTED = [
  ['a column that is not there', '{ titel: string }', 'SELECT title FROM product', 'there is no column titel'],
  ['a number for a text', '{ title: number }', 'SELECT title FROM product', 'title arrives as "string", not as number'],
  ['a text for a list', '{ tags: string }', 'SELECT tags FROM product', 'tags arrives as {"of":"string"}, not as string'],
  ['a text for a time', '{ at: string }', 'SELECT created_at AS at FROM product', 'at arrives as "date", not as string'],
  ['what may be null', '{ category: string }', 'SELECT category FROM product', 'category may be null'],
  ['a table that is gone', '{ id: number }', 'SELECT id FROM products', 'relation "products" does not exist'],
  ['no type at all', undefined, 'SELECT id FROM product', 'nothing says what a row is'],
  ['nothing', '{ id: number; category: string }', 'SELECT id, category FROM product WHERE category IS NOT NULL', undefined],
  ['nothing', '{ id: number; tags: readonly string[]; at: Date }', 'SELECT ${COLUMNS}, created_at AS at FROM product', undefined],
] as const

it('finds what is planted, and nothing where a row is what it is', async () => {
  const sources = PLANTED.map(([, row, sql], nth): [string, string] => [
    `app/catalog/planted-${nth}.ts`,
    `import { pool } from '#app/platform/db.server.ts'
const COLUMNS = 'id, tags'
export const { rows } = await pool.query${row ? `<${row}>` : ''}(\`${sql}\`)
export { COLUMNS }`,
  ])
  const expected = PLANTED.flatMap(([, , , fault], nth) => (fault === undefined ? [] : [`app/catalog/planted-${nth}.ts:3: ${fault}`]))
  expect(await faultsOf(askedQueries(Object.fromEntries(sources)))).toEqual(expected)
}, 120_000)
