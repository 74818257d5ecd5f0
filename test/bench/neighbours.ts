import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { freePort } from '../../prisma/free-port.ts'
import { startApp } from '../running/app-processes.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { ownDatabase } from './measuring/own-database.ts'
import { live, within, type Lived } from './neighbours/lived.ts'
import { settleIn } from './neighbours/settle-in.ts'

const FOLDER = resolve('.data/bench-neighbours')
const TIMES = 2
const BOUNDS = { door: { share: 0.99, ms: 25 }, webhooks: { share: 0.99, ms: 100 }, pages: { share: 0.95, ms: 1_000 } } as const
const KINDS = ['door', 'webhooks', 'pages'] as const
const MORE_MEMORY = 300_000_000
/** How much more than before is still "back": a process that has worked keeps a little. */
const BACK = 60_000_000
const BACK_WITHIN = 60_000
const WARM_SECONDS = 10

/**
 * `--neighbours 100 --seconds 30`: how shoppers, Shopify and merchants of a hundred shops fare while one shop does its worst, against
 * the same load without it in the same run; and how much memory the web process and those that it started hold meanwhile.
 */
export const run: Bench = async (args) => {
  const { neighbours, seconds } = readNumbers(args, { neighbours: 100, seconds: 30 })
  const [shopPort, appPort] = [await freePort(), await freePort()]
  const postgres = await ownDatabase(FOLDER, 4)
  const { database } = postgres
  await settleIn(database, neighbours)
  const app = await startApp({ databaseUrl: postgres.url, appPort, shopPort, logs: FOLDER })
  try {
    await live(app.url, neighbours, WARM_SECONDS, 1_000_000_000)
    const quiet = memory(app.pid())
    const alone = await live(app.url, neighbours, seconds, 2_000_000_000)
    const before = quiet.most()
    tell('without the worst shop', alone)
    const worst = fork('test/bench/neighbours/worst-shop.ts', [app.url], { detached: true })
    await once(worst, 'message')
    await wait(2_000)
    const busy = memory(app.pid())
    const beside = await live(app.url, neighbours, seconds, 3_000_000_000)
    const most = busy.most()
    worst.send('how was it?')
    const [answered] = (await once(worst, 'message')) as [Record<string, number>]
    worst.kill('SIGKILL')
    tell('beside the worst shop', beside)
    console.log(`The worst shop was answered: ${JSON.stringify(answered)}`)
    const ended = performance.now()
    while (held(app.pid()) > before + BACK && performance.now() - ended < BACK_WITHIN) await wait(500)
    const after = held(app.pid())
    const lost = [...alone.webhooks.failed, ...beside.webhooks.failed].length
    const late = await untilApplied(database)
    if (late > 0) throw new Error(`${late} acknowledged deliveries were not applied`)
    return {
      figures: { ...figures(beside), ...megabytes({ held: most, held_after: after }), not_acknowledged: lost },
      baseline: { ...figures(alone), ...megabytes({ held: before }) },
      misses: [
        ...KINDS.flatMap((kind) => missesOf(kind, alone, beside)),
        ...(most - before <= MORE_MEMORY ? [] : [`${mega(most - before)} MB more were held, not ${mega(MORE_MEMORY)}`]),
        ...(after - before <= BACK ? [] : [`${mega(after - before)} MB more were still held after a minute`]),
      ],
    }
  } finally {
    await app.stop()
    await postgres.stop()
  }
}

function missesOf(kind: (typeof KINDS)[number], alone: Lived, beside: Lived): string[] {
  const { share, ms } = BOUNDS[kind]
  const [quiet, busy] = [within(share, alone[kind]), within(share, beside[kind])]
  const failed = beside[kind].failed.length
  return [
    ...(busy <= TIMES * quiet ? [] : [`${kind}: ${round(busy)} ms, more than twice ${round(quiet)}`]),
    ...(busy <= ms ? [] : [`${kind}: ${round(busy)} ms, more than ${ms}`]),
    ...(failed === 0 ? [] : [`${kind}: ${failed} were not answered well`]),
  ]
}

function figures(lived: Lived): Record<string, number> {
  const one = (kind: (typeof KINDS)[number]) => [`${kind}_p${BOUNDS[kind].share * 100}_ms`, round(within(BOUNDS[kind].share, lived[kind]))]
  return Object.fromEntries([...KINDS.map(one), ...KINDS.map((kind) => [`${kind}_answered`, lived[kind].times.length])]) as Record<
    string,
    number
  >
}

function tell(when: string, lived: Lived): void {
  for (const kind of KINDS)
    console.log(
      `${when}, ${kind}: ${lived[kind].times.length} answered, ${lived[kind].failed.length} not; half within ${round(within(0.5, lived[kind]))} ms, ${BOUNDS[kind].share * 100} of 100 within ${round(within(BOUNDS[kind].share, lived[kind]))} ms`,
    )
}

/** Bytes of memory that a process and all that it started hold. */
function held(pid: number): number {
  const parents = new Map<number, number>()
  const resident = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one)))
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8')
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]))
      resident.set(Number(name), 1_024 * Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0))
    } catch {
      // It has just ended.
    }
  const isOurs = (one: number): boolean => one === pid || (one > 1 && isOurs(parents.get(one) ?? 0))
  return [...resident].reduce((sum, [one, bytes]) => sum + (isOurs(one) ? bytes : 0), 0)
}

/** Looks now and then, until it is asked for the most that it saw. */
function memory(pid: number): { readonly most: () => number } {
  let most = held(pid)
  const looking = setInterval(() => (most = Math.max(most, held(pid))), 500)
  return {
    most() {
      clearInterval(looking)
      return most
    },
  }
}

async function untilApplied(database: pg.Pool): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    const { rows } = await database.query<{ waiting: string }>('SELECT count(*) AS waiting FROM delivery WHERE applied_at IS NULL')
    const waiting = Number(rows[0]!.waiting)
    if (waiting === 0 || tries > 600) return waiting
    await wait(100)
  }
}

const mega = (bytes: number) => Math.round(bytes / 1_000_000)
const megabytes = (bytes: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(bytes).map(([name, one]) => [`${name}_mb`, mega(one)]))
const round = (figure: number) => Math.round(figure * 10) / 10
