import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { lastWords } from './last-words.ts'
import { mustReach, postgresAccount } from './postgres-account.ts'
import { hasEnded, startProcess, stopProcess } from './postgres-process.ts'
import { postgresPrograms } from './postgres-programs.ts'
import { clearTheWay } from './postmaster.ts'
import { prepareDataFolder } from './prepare-data-folder.ts'

export interface LocalPostgres {
  /** Connection string of the database `tandem`. */
  readonly url: string
  /** Resolves once it has ended, to where it says why. */
  readonly ended: Promise<string>
  /** Ends PostgreSQL in order. The folder can be started again. */
  readonly stop: () => Promise<void>
}

const user = 'tandem'
const database = 'tandem'

/**
 * Starts the PostgreSQL that npm installed, on 127.0.0.1 alone, with its data kept in `folder` and its log in `folder.log`.
 * Whoever can open the port is trusted: it is for one's own machine. However this process ends, PostgreSQL ends after it.
 * Throws an Error whose message is one line that says what to do (port taken, folder not writable, not reachable, in use).
 */
export async function startLocalPostgres({
  folder: given,
  port,
  settings = [],
  onProgress = () => {},
}: {
  readonly folder: string
  readonly port: number
  /** Of PostgreSQL, beside ours: `name=value`. */
  readonly settings?: readonly string[]
  readonly onProgress?: (line: string) => void
}): Promise<LocalPostgres> {
  const folder = resolve(given)
  const { initdb, postgres } = await postgresPrograms()
  makeParent(folder)
  const account = postgresAccount(folder)
  if (account) for (const path of [folder, postgres]) mustReach(account, path)
  await clearTheWay(folder)
  await mustBeFree(port)
  if (!existsSync(folder)) {
    onProgress('Preparing PostgreSQL (once) …')
    await prepareDataFolder(initdb, folder, user, account)
  }
  const log = `${folder}.log`
  const server = startProcess({ postgres, folder, port, settings, log, account })
  const ended = new Promise<string>((resolve) => server.once('exit', () => resolve(`It ended (see ${log})`)))
  const url = (name: string) => `postgresql://${user}@127.0.0.1:${port}/${name}`
  await untilReady(server, url('postgres'), log)
  return { url: url(database), ended, stop: () => stopProcess(server) }
}

function makeParent(folder: string): void {
  try {
    mkdirSync(dirname(folder), { recursive: true })
  } catch {
    throw new Error(`${dirname(folder)} cannot be made. Give this user write permission there.`)
  }
}

async function mustBeFree(port: number): Promise<void> {
  const probe = createServer()
  await new Promise<void>((done, fail) => {
    probe.once('error', () =>
      fail(new Error(`Port ${port}, meant for PostgreSQL, is taken. Stop what uses it, or choose another with --port.`)),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => done()))
  })
}

async function untilReady(server: ChildProcess, url: string, log: string): Promise<void> {
  let failed = false
  server.once('error', () => (failed = true))
  while (!(await hasDatabase(url))) {
    if (failed || hasEnded(server)) throw new Error(`PostgreSQL did not start: ${lastWords(readFileSync(log, 'utf8'))} (see ${log})`)
    await sleep(50)
  }
}

/** False while the server does not answer yet. Makes the database where it is missing. */
async function hasDatabase(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database}`)
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
