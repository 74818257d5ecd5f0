import { createHash } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { freePort } from '../../prisma/free-port.ts'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { applyMigrations, readMigrations } from '../../prisma/migrate.ts'
import { isInUse } from '../../prisma/postmaster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the test server's own database. */
    testServer: string
    /** Name of the migrated, empty database that every test database is copied from. */
    templateDatabase: string
  }
}

/** What is in it is worth nothing once the machine has lost its power: it need not be on the disk, only in the machine's memory. */
const FORGETFUL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

let running: { users: number; server: Promise<{ url: string; template: string; stop: () => Promise<void> }> } | null = null

/** One PostgreSQL for the whole run, whichever projects want it; the one of DATABASE_URL where that is set. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  running ??= { users: 0, server: start() }
  running.users += 1
  const { url, template, stop } = await running.server
  project.provide('testServer', url)
  project.provide('templateDatabase', template)
  return async () => {
    if (!running || --running.users > 0) return
    running = null
    await stop()
  }
}

async function start(): Promise<{ url: string; template: string; stop: () => Promise<void> }> {
  const given = process.env['DATABASE_URL']
  const { url, stop } = given
    ? { url: given, stop: () => Promise.resolve() }
    : await startLocalPostgres({ folder: freeFolder(), port: await freePort(), settings: FORGETFUL })
  try {
    return { url, template: await makeTemplate(url), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Kept for the next run; a run beside another one takes the next folder. */
function freeFolder(): string {
  let slot = 1
  while (isInUse(`.data/test-postgres-${slot}`)) slot += 1
  return `.data/test-postgres-${slot}`
}

/** Built under another name and renamed when complete, so that an interrupted run leaves no half template. */
async function makeTemplate(server: string): Promise<string> {
  const name = `tandem_template_${digestOfMigrations()}`
  const unfinished = `${name}_unfinished`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount) return name
    await client.query(`drop database if exists ${unfinished} with (force)`)
    await client.query(`create database ${unfinished}`)
    const url = new URL(server)
    url.pathname = `/${unfinished}`
    await applyMigrations(url.href)
    await client.query(`alter database ${unfinished} rename to ${name}`)
    return name
  } finally {
    await client.end()
  }
}

function digestOfMigrations(): string {
  const hash = createHash('sha256')
  for (const { name, sql } of readMigrations()) hash.update(name).update(sql)
  return hash.digest('hex').slice(0, 16)
}
