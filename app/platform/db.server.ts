import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '#app/generated/prisma/client.ts'
import { env } from './env.server.ts'
import { inPart, watchStatements } from './traces/watch-statements.server.ts'

// Shopify's ids stay below 2^53, and so do our amounts: as numbers they lose nothing.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** For ingest, training and publishing: many rows, few statements. */
export const pool = openPool(8)
/**
 * For transactions alone. Whoever is in one may ask `pool` for something beside it, and gets it however many transactions
 * are open: none of those holds what it waits for.
 */
const transactions = openPool(8)

/** For admin pages: few rows, typed. */
export const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: env.DATABASE_URL, max: 4 }) })

function openPool(max: number): pg.Pool {
  const opened = new pg.Pool({ connectionString: env.DATABASE_URL, max })
  // A connection that breaks, as when PostgreSQL restarts, is noticed by whoever asks it next, and replaced; an error that
  // nobody hears would end the process, and between two owners nobody would.
  opened.on('error', unheard)
  opened.on('connect', (client) => client.on('error', unheard))
  watchStatements(opened)
  return opened
}

/** Ends every connection, once nothing is under way any more. */
export async function closeDatabase(): Promise<void> {
  await Promise.all([prisma.$disconnect(), pool.end(), transactions.end()])
}

/**
 * Runs `work` in one transaction on one connection: all of it stands, or none. Within another transaction it needs a
 * connection `from` a pool that none of those holds.
 */
export function inTransaction<Result>(work: (client: pg.PoolClient) => Promise<Result>, from = transactions): Promise<Result> {
  return inPart('TRANSACTION', () => transact(work, from))
}

async function transact<Result>(work: (client: pg.PoolClient) => Promise<Result>, from: pg.Pool): Promise<Result> {
  const client = await from.connect()
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

function unheard(): void {}
