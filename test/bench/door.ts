import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../../prisma/free-port.ts'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { applyMigrations } from '../../prisma/migrate.ts'
import { askAll, type Asked } from './door/ask-all.ts'
import { publishShops, signedTargets } from './door/published-shops.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'

const SECRET = 'shpss_of_the_bench_alone'
const FOLDER = resolve('.data/bench-door')
/** Asked before anything is measured: programs are slow until they are warm. */
const WARM = 5_000

/**
 * `--requests 20000 --connections 32 --rounds 3 --shops 200 --products 500`: what the storefront door of a web process, as it
 * runs in production, answers in a second and how long each answer takes; in turns with a bare server that checks the same
 * signature and answers the same bytes.
 */
export const run: Bench = async (args) => {
  const { requests, connections, rounds, shops, products } = readNumbers(args, {
    requests: 20_000,
    connections: 32,
    rounds: 3,
    shops: 200,
    products: 500,
  })
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  const postgres = await startLocalPostgres({ folder: join(FOLDER, 'postgres'), port: await freePort() })
  const started: ChildProcess[] = []
  try {
    await applyMigrations(postgres.url)
    const answers = join(FOLDER, 'answers.jsonl')
    const database = new pg.Client({ connectionString: postgres.url })
    await database.connect()
    await publishShops(database, shops, products, answers)
    await database.end()

    const ports = { bare: await freePort(), door: await freePort() }
    const bare = spawn(process.execPath, ['test/bench/door/bare-door.ts', String(ports.bare), SECRET, answers], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    started.push(
      bare,
      spawn(process.execPath, ['server.ts'], { env: production(postgres.url, ports.door), stdio: ['ignore', 'ignore', 'inherit'] }),
    )
    await once(bare, 'message')
    await untilSame(ports, signedTargets(shops, shops, products, SECRET))

    const runs: Record<keyof typeof ports, Asked[]> = { bare: [], door: [] }
    for (const port of Object.values(ports)) await askAll(port, signedTargets(WARM, shops, products, SECRET), connections)
    for (let round = 1; round <= rounds; round++)
      for (const which of ['bare', 'door'] as const) {
        const asked = await askAll(ports[which], signedTargets(requests, shops, products, SECRET), connections)
        runs[which].push(asked)
        console.log(`round ${round}, ${which}: ${Math.round(requests / asked.seconds)} a second, p99 ${at(asked, 0.99).toFixed(1)} ms`)
      }
    const [figures, baseline] = [figuresOf(runs.door, requests), figuresOf(runs.bare, requests)]
    return {
      figures: { ...figures, share_of_bare: Math.round((100 * figures.requests_per_s) / baseline.requests_per_s) / 100 },
      baseline,
      misses: [],
    }
  } finally {
    for (const child of started.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    }
    await postgres.stop()
    await rm(FOLDER, { recursive: true, force: true })
  }
}

const production = (databaseUrl: string, port: number): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl,
  SHOPIFY_API_KEY: 'bench',
  SHOPIFY_API_SECRET: SECRET,
  TOKEN_KEY: randomBytes(32).toString('base64'),
  SHOPIFY_APP_URL: 'https://bench.example.com',
  SNAPSHOT_FOLDER: join(FOLDER, 'published'),
  HOST: '127.0.0.1',
  PORT: String(port),
})

/** Waits until the door serves every shop, and makes sure that both answer the same bytes. */
async function untilSame(ports: { readonly bare: number; readonly door: number }, targets: readonly string[]): Promise<void> {
  const read = async (port: number, target: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${target}`).catch(() => undefined)
    return answer?.ok ? answer.text() : void (await answer?.body?.cancel())
  }
  for (const target of targets) {
    const wanted = await read(ports.bare, target)
    let got = await read(ports.door, target)
    for (let tries = 0; got === undefined && tries < 600; tries++) {
      await wait(100)
      got = await read(ports.door, target)
    }
    if (wanted === undefined || got !== wanted) throw new Error(`The two answer differently: ${got} instead of ${wanted}`)
  }
}

const at = ({ took }: Asked, share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]!
const median = (figures: readonly number[]) => figures.toSorted((a, b) => a - b)[figures.length >> 1]!
const hundredths = (figure: number) => Math.round(figure * 100) / 100

/** Medians of the rounds. */
function figuresOf(runs: readonly Asked[], requests: number) {
  return {
    requests_per_s: Math.round(median(runs.map(({ seconds }) => requests / seconds))),
    p50_ms: hundredths(median(runs.map((run) => at(run, 0.5)))),
    p99_ms: hundredths(median(runs.map((run) => at(run, 0.99)))),
  }
}
