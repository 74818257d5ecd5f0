import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../prisma/free-port.ts'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { applyMigrations } from '../../prisma/migrate.ts'
import { answer, refuse } from './answer.ts'
import { savedKey } from './processes/saved-key.ts'

const FOLDER = '.data/dev'
const CLI_TELLS = ['SHOPIFY_API_KEY', 'SHOPIFY_API_SECRET', 'HOST']

/**
 * What `shopify app dev` runs: the web process and the worker, whose log is its own. Where no database and no key of tokens is set, it
 * has them in the clone's own folder, from one day to the next.
 */
await answer(async () => {
  if (CLI_TELLS.some((name) => !process.env[name])) return refuse('Shopify’s CLI starts this, and says for which app: npx shopify app dev')
  mkdirSync(FOLDER, { recursive: true })
  const given = process.env['DATABASE_URL']
  const database = given ? undefined : await startLocalPostgres({ folder: join(FOLDER, 'postgres'), port: await freePort() })
  try {
    const url = given ?? database!.url
    await applyMigrations(url)
    const settings = { DATABASE_URL: url, TOKEN_KEY: process.env['TOKEN_KEY'] ?? savedKey(FOLDER) }
    return await untilOneEnds(['server.ts', 'worker.ts'].map((file) => start(file, settings)))
  } finally {
    await database?.stop()
  }
})

function start(file: string, settings: Readonly<Record<string, string>>): ChildProcess {
  // However this process ends, the loss of its channel ends them.
  return spawn(process.execPath, [file], { env: { ...process.env, ...settings }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
}

/** When one of them ends, or this one is told to, all do. */
async function untilOneEnds(children: readonly ChildProcess[]): Promise<number> {
  const ends = children.map((child) => once(child, 'exit') as Promise<[number | null]>)
  const endAll = () => children.forEach((child) => child.kill('SIGTERM'))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endAll)
  const [code] = await Promise.race(ends)
  endAll()
  await Promise.all(ends)
  return code ?? 1
}
