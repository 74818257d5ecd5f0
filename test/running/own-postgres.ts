import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { freePort } from '../../prisma/free-port.ts'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { applyMigrations } from '../../prisma/migrate.ts'
import { atEnd } from '../setup/at-end.ts'

export interface OwnPostgres {
  readonly url: string
  stop(): Promise<void>
  start(): Promise<void>
}

/** A PostgreSQL of this test file's own, migrated, which it may stop and start as it likes; it ends with the file. */
export async function ownPostgres(name: string): Promise<OwnPostgres> {
  const folder = resolve(join('.data/test-postgres', name))
  mkdirSync(join(folder, '..'), { recursive: true })
  rmSync(folder, { recursive: true, force: true })
  const port = await freePort()
  let server = await startLocalPostgres({ folder, port })
  atEnd(() => server.stop())
  await applyMigrations(server.url)
  return {
    url: server.url,
    stop: () => server.stop(),
    async start() {
      server = await startLocalPostgres({ folder, port })
    },
  }
}
