import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { freePort } from '../../prisma/free-port.ts'
import { atEnd } from '../setup/at-end.ts'
import { aDatabase } from '../setup/database.ts'
import type { World } from '../simulator/shop.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { startApp, type AppProcesses } from './app-processes.ts'
import { startLocalShops } from './local-shops.ts'

export interface RunningShop {
  readonly simulator: Simulator
  readonly app: AppProcesses
  readonly database: pg.Pool
  readonly databaseUrl: string
  readonly shopPort: number
}

/** Local shops, the built app's two processes and a database, all of this test file's own; they end with it. */
export async function aRunningShop(name: string, ...worlds: readonly World[]): Promise<RunningShop> {
  const [shopPort, appPort] = [await freePort(), await freePort()]
  const databaseUrl = await aDatabase()
  const database = new pg.Pool({ connectionString: databaseUrl, max: 4 })
  // The database is dropped under idle connections when the file ends.
  database.on('error', () => {})
  const logs = resolve(join('.data/test-logs', name))
  mkdirSync(logs, { recursive: true })
  const simulator = await startLocalShops({ port: shopPort, appUrl: `http://localhost:${appPort}`, worlds })
  const app = await startApp({ databaseUrl, appPort, shopPort, logs })
  atEnd(async () => {
    await app.stop()
    await simulator.stop()
    await database.end()
  })
  return { simulator, app, database, databaseUrl, shopPort }
}
