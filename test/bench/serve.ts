import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { freePort } from '../../prisma/free-port.ts'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { applyMigrations } from '../../prisma/migrate.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { askAll, askOnce, type Asked } from './serve/ask-all.ts'
import { askAtRate } from './serve/ask-at-rate.ts'
import { hundredths, median, within } from './serve/measures.ts'
import { end, SECRET, startBeside, startWeb, untilAnswered } from './serve/processes.ts'
import { putShops, shopOf } from './serve/shops.ts'
import { signedTargets, type Asking, type Kind } from './serve/targets.ts'

const FOLDER = resolve('.data/bench-serve')
/** Asked before anything is measured: programs are slow until they are warm. */
const WARM = 5_000
const PER_SECOND = 1_070
const CARTS = 500
const LONG_CART = 10_000
/** A small shop, of which many lie in memory. */
const SMALL = { products: 12, customers: 10 }
const KINDS = ['bare', 'published', 'signed-in'] as const

/**
 * `--rounds 5 --requests 10000 --connections 32 --shops 1000 --products 40 --customers 20 --seconds 10 --resident 10000`: what the
 * storefront door of a web process, as it runs in production, answers in a second and how long that takes: what is published, and
 * what is chosen for signed-in customers; in turns with a bare server that checks the same signature and answers as many bytes.
 * Then so many seconds of 1,070 asks a second, a fifth of them of signed-in customers, most of few shops, while a shop is trained; long
 * carts; first asks of shops that lie in files alone; and the memory that so many small shops take.
 */
export const run: Bench = async (args) => {
  const { rounds, requests, connections, shops, products, customers, seconds, resident } = readNumbers(args, {
    rounds: 5,
    requests: 10_000,
    connections: 32,
    shops: 1_000,
    products: 40,
    customers: 20,
    seconds: 10,
    resident: 10_000,
  })
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  const postgres = await startLocalPostgres({ folder: join(FOLDER, 'postgres'), port: await freePort() })
  const started: ChildProcess[] = []
  const asking: Asking = { shops, size: { products, customers }, secret: SECRET, spread: 'even' }
  try {
    await applyMigrations(postgres.url)
    const database = new pg.Client({ connectionString: postgres.url })
    await database.connect()
    await putShops(database, shops, asking.size)
    await database.end()

    const ports = { bare: await freePort(), door: await freePort() }
    const folder = join(FOLDER, 'published')
    const web = startWeb(postgres.url, ports.door, folder)
    started.push(web)
    const firsts = ['published', 'signed-in'] as const
    const asks = (of: Kind, count: number) => signedTargets(count, asking, () => of)
    // Shops are fetched one after the other: the last has all.
    const answers = await Promise.all(firsts.map((of) => untilAnswered(ports.door, lastShop(asks(of, 20_000), shops))))
    for (const [at, answer] of answers.entries())
      if (JSON.parse(answer).cards.length === 0) throw new Error(`Nothing is shown: ${firsts[at]}`)
    started.push(await startBeside('bare-proxy.ts', String(ports.bare), SECRET, String(answers[0]!.length)))

    const runs: Record<(typeof KINDS)[number], Asked[]> = { bare: [], published: [], 'signed-in': [] }
    const askFor = (which: (typeof KINDS)[number], count: number) =>
      askAll(which === 'bare' ? ports.bare : ports.door, asks(which === 'bare' ? 'published' : which, count), connections)
    for (const which of KINDS) await askFor(which, WARM)
    for (let round = 1; round <= rounds; round++)
      for (const which of KINDS) {
        const asked = await askFor(which, requests)
        runs[which].push(asked)
        console.log(
          `round ${round}, ${which}: ${Math.round(requests / asked.seconds)} a second, p99 ${within(asked.took, 0.99).toFixed(1)} ms`,
        )
      }
    const perSecond = (which: (typeof KINDS)[number]) => median(runs[which].map((asked) => requests / asked.seconds))
    const p99 = (which: (typeof KINDS)[number]) => median(runs[which].map(({ took }) => within(took, 0.99)))

    const mixed = () =>
      signedTargets(seconds * PER_SECOND, { ...asking, spread: 'zipf' }, (at) => (at % 5 === 0 ? 'signed-in' : 'published'))
    const atRate: Record<string, number> = {}
    if (seconds > 0) {
      started.push(await startBeside('keep-training.ts'))
      for (const [name, port] of Object.entries(ports)) {
        const { took, errors } = await askAtRate(port, mixed(), PER_SECOND)
        Object.assign(atRate, { [`${name}_p90_ms`]: within(took, 0.9), [`${name}_p99_ms`]: within(took, 0.99), [`${name}_errors`]: errors })
      }
      await end(started.pop()!)
    }

    const carts = await askAll(ports.door, asks({ cart: CARTS }, 1_000), 1)
    const refusing: number[] = []
    for (const target of asks({ cart: LONG_CART }, 20)) {
      const { status, took } = await askOnce(ports.door, target)
      if (status < 400 || status >= 500) throw new Error(`A cart of ${LONG_CART} lines was answered with ${status}`)
      refusing.push(took)
    }

    await end(web)
    started.push(startWeb(postgres.url, ports.door, folder))
    await untilAnswered(ports.door, '/healthz')
    const cold: number[] = []
    // Of each shop the first; those of the warm-up were asked of the process before.
    for (const target of firstOfEach(asks('signed-in', 20_000), Math.min(shops, 200))) {
      const { status, took } = await askOnce(ports.door, target)
      if (status !== 200) throw new Error(`A cold shop was answered with ${status}`)
      cold.push(took)
    }
    const { counted, rss } = await residentOf(resident, SMALL.products, SMALL.customers)

    // Of each round, since what else the machine does changes from one to the next.
    const shareOf = (which: 'published' | 'signed-in') => median(runs.bare.map((bare, at) => bare.seconds / runs[which][at]!.seconds))
    const figures = {
      published_per_s: Math.round(perSecond('published')),
      published_p99_ms: p99('published'),
      published_share: shareOf('published'),
      signed_in_per_s: Math.round(perSecond('signed-in')),
      signed_in_p99_ms: p99('signed-in'),
      signed_in_share: shareOf('signed-in'),
      ...(seconds > 0 && {
        at_rate_p90_ms: atRate['door_p90_ms']!,
        at_rate_p99_ms: atRate['door_p99_ms']!,
        at_rate_errors: atRate['door_errors']!,
      }),
      cart_500_p99_ms: within(carts.took, 0.99),
      cart_10000_refused_ms: Math.max(...refusing),
      cold_p50_ms: median(cold),
      cold_max_ms: Math.max(...cold),
      resident_mb: rss / 1_000_000,
      counted_mb: counted / 1_000_000,
    }
    const baseline = {
      bare_per_s: Math.round(perSecond('bare')),
      bare_p99_ms: p99('bare'),
      ...(seconds > 0 && {
        at_rate_p90_ms: atRate['bare_p90_ms']!,
        at_rate_p99_ms: atRate['bare_p99_ms']!,
        at_rate_errors: atRate['bare_errors']!,
      }),
    }
    return { figures: hundredths(figures), baseline: hundredths(baseline), misses: missesOf(figures, baseline) }
  } finally {
    for (const child of started) await end(child)
    await postgres.stop()
    await rm(FOLDER, { recursive: true, force: true })
  }
}

function missesOf(figures: Readonly<Record<string, number>>, baseline: Readonly<Record<string, number>>): string[] {
  const least: readonly (readonly [string, number])[] = [
    ['published_share', 0.8],
    ['signed_in_share', 0.35],
  ]
  const most: readonly (readonly [string, number])[] = [
    ['published_p99_ms', 2 * baseline['bare_p99_ms']!],
    ['at_rate_p90_ms', Math.max(7, 2 * (baseline['at_rate_p90_ms'] ?? 0))],
    ['at_rate_p99_ms', Math.max(25, 2 * (baseline['at_rate_p99_ms'] ?? 0))],
    ['at_rate_errors', 0],
    ['cart_500_p99_ms', 25],
    ['cart_10000_refused_ms', 5],
    ['cold_max_ms', 20],
    ['resident_mb', 500],
  ]
  const said = (name: string, bound: number) => `${name}: ${figures[name]!.toFixed(2)}, not ${bound.toFixed(2)}`
  return [
    ...least.filter(([name, bound]) => figures[name]! < bound).map(([name, bound]) => said(name, bound)),
    ...most.filter(([name, bound]) => (figures[name] ?? 0) > bound).map(([name, bound]) => said(name, bound)),
  ]
}

const nameIn = (target: string) => new URLSearchParams(target.slice(target.indexOf('?'))).get('shop')!
const lastShop = (targets: readonly string[], shops: number) => targets.find((target) => nameIn(target) === shopOf(shops - 1))!

function firstOfEach(targets: readonly string[], shops: number): string[] {
  return [...new Map(targets.map((target) => [nameIn(target), target])).values()].slice(0, shops)
}

async function residentOf(...counts: readonly number[]): Promise<{ readonly counted: number; readonly rss: number }> {
  const child = spawn(process.execPath, ['--expose-gc', 'test/bench/serve/resident.ts', ...counts.map(String)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [said] = (await once(child, 'message')) as [{ counted: number; resident: number }]
  return { counted: said.counted, rss: said.resident }
}
