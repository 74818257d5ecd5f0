import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { defineConfig } from 'prisma/config'

const asText = new Map([
  [19, 25],
  [1003, 1009],
])

/** Prisma's engine cannot read columns of PostgreSQL's types `name` and `name[]`: they are announced as text and text[]. */
function withNamesAsText(pool: pg.Pool): pg.Pool {
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>
  const announcing = async (...args: unknown[]): Promise<pg.QueryResult> => {
    const result = await query(...args)
    for (const field of result.fields) field.dataTypeID = asText.get(field.dataTypeID) ?? field.dataTypeID
    return result
  }
  return Object.assign(pool, { query: announcing })
}

// The engine that ships inside npm: the other one would be downloaded at every start.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  experimental: { adapter: true },
  engine: 'js',
  adapter: () =>
    Promise.resolve(new PrismaPg(withNamesAsText(new pg.Pool({ connectionString: process.env['DATABASE_URL'], allowExitOnIdle: true })))),
})
