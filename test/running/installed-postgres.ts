import { existsSync, globSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../../prisma/free-port.ts'
import { postgresAccount } from '../../prisma/postgres-account.ts'
import { startProcess, stopProcess } from '../../prisma/postgres-process.ts'
import { prepareDataFolder } from '../../prisma/prepare-data-folder.ts'
import { atEnd } from '../setup/at-end.ts'

const NEEDED = ['initdb', 'postgres', 'pg_dump', 'pg_restore']
const FOLDERS = ['/usr/lib/postgresql/*/bin', '/opt/homebrew/opt/postgresql@*/bin', '/usr/pgsql-*/bin']

/** Where this machine has a whole PostgreSQL: the one that npm installs has no `pg_dump`. Undefined where it has none. */
export const installedPostgres = globSync(FOLDERS).find((folder) => NEEDED.every((name) => existsSync(join(folder, name))))

/** The machine's own PostgreSQL, with data of this test file's own; it ends with the file. Resolves to a database's address by its name. */
export async function startInstalledPostgres(bin: string, name: string): Promise<(database: string) => string> {
  const folder = resolve(join('.data/installed-postgres', name))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, '..'), { recursive: true })
  const account = postgresAccount(folder)
  await prepareDataFolder(join(bin, 'initdb'), folder, 'tandem', account)
  const port = await freePort()
  const server = startProcess({ postgres: join(bin, 'postgres'), folder, port, settings: [], log: `${folder}.log`, account })
  atEnd(() => stopProcess(server))
  const url = (database: string) => `postgresql://tandem@127.0.0.1:${port}/${database}`
  while (!(await answers(url('postgres')))) await wait(50)
  return url
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  )
}
