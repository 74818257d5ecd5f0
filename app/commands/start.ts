import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { freePort } from '../../prisma/free-port.ts'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { applyMigrations } from '../../prisma/migrate.ts'
import { MigrationFailed } from '../../prisma/migration-failed.ts'
import { answer, refuse } from './answer.ts'
import { keepRunning, type Running } from './processes/keep-running.ts'
import { savedKey } from './processes/saved-key.ts'
import { startProcess } from './processes/start-process.ts'

/** Where a PostgreSQL and a key of tokens are kept when none are named. */
const FOLDER = join(dirname(process.env['SNAPSHOT_FOLDER'] ?? '.data/published'), 'started')

/**
 * Everything on one machine: migrates, then runs web process and worker, and starts again whichever ends, until it is told to end; then
 * both end in order. Settings that are in no variable come from the file `.env`. Where no DATABASE_URL is set there is a PostgreSQL of its
 * own, for trying.
 */
await answer(async () => {
  if (existsSync('.env')) process.loadEnvFile('.env')
  // What React and Remix go by: where it is not set they run as for development.
  process.env['NODE_ENV'] ??= 'production'
  const port = process.env['DATABASE_URL'] === undefined ? await freePort() : undefined
  if (port !== undefined) {
    process.env['DATABASE_URL'] = `postgresql://127.0.0.1:${port}`
    process.env['TOKEN_KEY'] ??= savedKey(FOLDER)
  }
  // Throws what is missing before anything is started. The database's address is known once it stands.
  const { env } = await import('#app/platform/env.server.ts')
  const { log } = await import('#app/platform/log.server.ts')

  const [ending, endingDatabase] = [new AbortController(), new AbortController()]
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort())
  const keep = (what: string, first: Running, again: () => Promise<Running>, end: AbortController): Promise<void> =>
    keepRunning(first, again, (why) => log.error({ process: what, why }, 'It is started again'), end.signal)

  const openDatabase = (at: number) =>
    startLocalPostgres({ folder: join(FOLDER, 'postgres'), port: at, onProgress: (line) => log.info(line) })
  const database = port === undefined ? undefined : await openDatabase(port)
  if (database) process.env['DATABASE_URL'] = database.url
  const ofDatabase = database && keep('PostgreSQL', database, () => openDatabase(port!), endingDatabase)
  try {
    await applyMigrations(process.env['DATABASE_URL']!)
    const ofProcess = (what: string, file: string, settings: Readonly<Record<string, string>> = {}) =>
      keep(what, startProcess(file, settings), () => Promise.resolve(startProcess(file, settings)), ending)
    // Two processes of one machine cannot tell their figures at one port.
    const beside = env.METRICS_PORT && { METRICS_PORT: String(env.METRICS_PORT + 1) }
    if (!ending.signal.aborted) await Promise.all([ofProcess('web', 'server.ts'), ofProcess('worker', 'worker.ts', beside || {})])
    return 0
  } catch (error) {
    if (error instanceof MigrationFailed) return refuse(error.message)
    throw error
  } finally {
    endingDatabase.abort()
    await ofDatabase
  }
})
