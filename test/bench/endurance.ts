import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { keepRunning } from '#app/commands/processes/keep-running.ts'
import { freePort } from '../../prisma/free-port.ts'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { allProcesses } from '../running/all-processes.ts'
import { layOutImage } from '../running/laid-out-image.ts'
import { surviveKills } from '../running/under-kills.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'

const FOLDER = resolve('.data/bench-endurance')

/**
 * `--kills 50 --events 20000 --seed 1 --image 1`: what `npm start` runs, from the files that the image holds, or from this tree with
 * `--image 0`, is told so many events of orders and asked by shoppers while web process, worker and PostgreSQL are killed in an order that
 * the seed draws. Whatever was acknowledged must be applied once, everything answer again by itself, and nothing be left running. Beside
 * it the same with nobody killed.
 */
export const run: Bench = async (args) => {
  const { kills, events, seed, image } = readNumbers(args, { kills: 50, events: 20_000, seed: 1, image: 1 })
  const place = await mkdtemp(join(tmpdir(), 'tandem-endurance-'))
  try {
    const files = image ? (await layOutImage(place)).folder : undefined
    const survive = (name: string, count: number) =>
      withDatabase(name, image === 1, (database) =>
        surviveKills({
          folder: join(FOLDER, name),
          seed: String(seed),
          events: count === 0 ? Math.ceil(events / 10) : events,
          kills: count,
          tell: (line) => console.log(line),
          ...(files && { files }),
          ...(database && { database }),
        }),
      )
    const calm = await survive('calm', 0)
    const began = performance.now()
    const wild = await survive('wild', kills)
    const wrong = [...calm.examples, ...wild.examples]
    if (wrong.length > 0) throw new Error(wrong.join('\n'))
    if (calm.code !== 0 || wild.code !== 0) throw new Error('It did not end in order')
    const killed = Object.values(wild.kills).reduce((sum, count) => sum + count, 0)
    return {
      figures: {
        events: wild.events,
        ...Object.fromEntries(Object.entries(wild.kills).map(([what, count]) => [`kills_${what.split(/\W/)[0]}`, count])),
        lost: wild.lost,
        doubled: wild.doubled,
        shoppers_answered: wild.answered,
        shoppers_unanswered: wild.unanswered,
        took_s: Math.round((performance.now() - began) / 1_000),
      },
      baseline: { calm_events: calm.events, calm_answered: calm.answered, calm_unanswered: calm.unanswered },
      misses: killed < kills ? [`${killed} kills, not ${kills}: there were too few events for more`] : [],
    }
  } finally {
    await rm(place, { recursive: true, force: true })
    await rm(FOLDER, { recursive: true, force: true })
  }
}

interface Database {
  readonly url: string
  readonly kill: () => boolean
}

/** The image holds no PostgreSQL: one beside it, which is started again whenever it ends. Otherwise `npm start` has one of its own. */
async function withDatabase<Result>(name: string, isNeeded: boolean, work: (database?: Database) => Promise<Result>): Promise<Result> {
  if (!isNeeded) return work()
  const [folder, port] = [join(FOLDER, `${name}-postgres`), await freePort()]
  const open = () => startLocalPostgres({ folder, port })
  const ending = new AbortController()
  const first = await open()
  const kept = keepRunning(first, open, () => {}, ending.signal)
  const kill = () => {
    const found = allProcesses().find(({ called }) => called.includes(`postgres -D ${folder} `))
    return found !== undefined && process.kill(found.pid, 'SIGKILL')
  }
  try {
    return await work({ url: first.url, kill })
  } finally {
    ending.abort()
    await kept
    await rm(folder, { recursive: true, force: true })
  }
}
