import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '#app/env.server.ts'
import { PrismaClient } from '#app/generated/prisma/client.ts'

// Shopify's ids stay below 2^53, and so do our amounts: as numbers they lose nothing.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** For ingest, training and publishing: many rows, few statements. */
export const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 10 })
pool.on('error', () => {
  // An idle connection broke, as when PostgreSQL restarts; the pool opens another for whoever asks next.
})

/** For admin pages: few rows, typed. */
export const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: env.DATABASE_URL, max: 5 }) })

/** Runs `work` in one transaction on one connection: all of it stands, or none. */
export async function inTransaction<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    // A connection that cannot even roll back is not handed to the next one.
    const broken = await client.query('ROLLBACK').then(
      () => undefined,
      (reason: Error) => reason,
    )
    client.release(broken)
    throw error
  }
}
