import { spawn, type ChildProcess } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { mustReach, postgresAccount, type Account } from './postgres-account.ts'
import { postgresPrograms } from './postgres-programs.ts'
import { clearTheWay } from './postmaster.ts'

export interface LocalPostgres {
  /** Connection string of the database `tandem`. */
  readonly url: string
  /** Ends PostgreSQL in order. The folder can be started again. */
  readonly stop: () => Promise<void>
}

const user = 'tandem'
const database = 'tandem'

/**
 * Starts the PostgreSQL that npm installed, on 127.0.0.1 alone, with its data kept in `folder`. Whoever can open the port is
 * trusted: it is for one's own machine. However this process ends, PostgreSQL ends after it, in order.
 * Throws an Error whose message is one line that says what to do (port taken, folder not writable or not reachable, in use).
 */
export async function startLocalPostgres({
  folder: given,
  port,
  onProgress = () => {},
}: {
  readonly folder: string
  readonly port: number
  readonly onProgress?: (line: string) => void
}): Promise<LocalPostgres> {
  const folder = resolve(given)
  const programs = await postgresPrograms()
  makeFolder(dirname(folder))
  const account = postgresAccount(folder)
  if (account) for (const path of [folder, programs.postgres]) mustReach(account, path)
  await clearTheWay(folder)
  await mustBeFree(port)
  if (!existsSync(`${folder}/PG_VERSION`)) {
    onProgress('Preparing PostgreSQL (once) …')
    await initialise(programs.initdb, folder, account)
  }
  const log = `${folder}.log`
  const server = start(programs.postgres, folder, port, log, account)
  const url = (name: string) => `postgresql://${user}@127.0.0.1:${port}/${name}`
  await untilReady(server, url('postgres'), log)
  return { url: url(database), stop: () => stop(server) }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch {
    throw new Error(`${folder} cannot be written. Give this user write permission there.`)
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

/** Made beside and moved into place: an interrupted start leaves no half database. */
async function initialise(initdb: string, folder: string, account: Account | null): Promise<void> {
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  makeFolder(unfinished)
  if (account) chownSync(unfinished, account.uid, account.gid)
  const args = ['-D', unfinished, '-U', user, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions']
  const child = spawn(initdb, args, { stdio: ['ignore', 'ignore', 'pipe'], ...account })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done))
  if (code !== 0) throw new Error(`PostgreSQL could not prepare ${folder}: ${lastLine(said)}`)
  renameSync(unfinished, folder)
}

/** In a process group of its own: Ctrl-C in the terminal must not end the database before those who still write to it. */
function start(postgres: string, folder: string, port: number, log: string, account: Account | null): ChildProcess {
  const flags = [
    '-D',
    folder,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    'max_connections=100',
  ]
  const output = openSync(log, 'w')
  const server = spawn(postgres, flags, { stdio: ['ignore', output, output], detached: true, ...account })
  closeSync(output)
  server.unref()
  if (process.platform !== 'win32') endAfterUs(server, account)
  return server
}

/** A watch that holds a pipe from us: when we are gone, even killed, the pipe closes and it sends PostgreSQL home. */
function endAfterUs(server: ChildProcess, account: Account | null): void {
  const script = 'read -r _; kill -INT "$0"'
  const watch = spawn('/bin/sh', ['-c', script, String(server.pid)], { stdio: ['pipe', 'ignore', 'ignore'], detached: true, ...account })
  watch.unref()
  ;(watch.stdin as unknown as Socket).unref()
  server.once('exit', () => watch.kill('SIGKILL'))
}

async function untilReady(server: ChildProcess, url: string, log: string): Promise<void> {
  let failure: Error | null = null
  server.once('error', (error) => (failure = error))
  for (;;) {
    if (failure ?? server.exitCode !== null)
      throw new Error(`PostgreSQL did not start: ${lastLine(readFileSync(log, 'utf8'))} (all of it: ${log})`)
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
      if (rowCount === 0) await client.query(`create database ${database}`)
      return
    } catch {
      await sleep(50)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.ref()
  const ended = new Promise((done) => server.once('exit', done))
  server.kill('SIGINT')
  await ended
}

function lastLine(said: string): string {
  const lines = said.trim().split('\n')
  return (lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? 'it said nothing').replace(
    /^.*?(FATAL|PANIC): +/,
    '',
  )
}
