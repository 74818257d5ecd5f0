import { expect, it } from 'vitest'
import type { ShopId } from '#app/commerce/ids.ts'
import { freePort } from '../../prisma/free-port.ts'
import { localEnvironment } from '../running/app-processes.ts'
import { ownPostgres } from '../running/own-postgres.ts'
import { atEnd } from '../setup/at-end.ts'

const postgres = await ownPostgres('database-away')
Object.assign(process.env, localEnvironment({ databaseUrl: postgres.url, appPort: await freePort(), shopPort: await freePort() }), {
  LOG_LEVEL: 'silent',
})
const { closeQueue, enqueue } = await import('#app/queue/queue.server.ts')
const { closeDatabase, pool } = await import('#app/platform/db.server.ts')
atEnd(async () => {
  await closeQueue()
  await closeDatabase()
})

it('a connection that breaks when nobody asks anything of it ends nothing, whoever has it', async () => {
  const client = await pool.connect()
  const ended = new Promise((resolve) => client.once('end', resolve))
  await pool.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()')
  await ended
  client.release()
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})

it('a queue that could not be opened is opened for whoever asks next', async () => {
  const ask = () => enqueue('check', 'shop.myshopify.com' as ShopId)
  await postgres.stop()
  await expect(ask()).rejects.toThrow('ECONNREFUSED')
  await postgres.start()
  await ask()
  expect((await pool.query(`SELECT name FROM jobs.job WHERE name = 'check'`)).rowCount).toBe(1)
})
