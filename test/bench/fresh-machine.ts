import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../../prisma/free-port.ts'
import { startLocalPostgres } from '../../prisma/local-postgres.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { allProcesses, startedBy } from '../running/all-processes.ts'
import { localEnvironment } from '../running/app-processes.ts'
import { awaitSync } from '../running/await-setup.ts'
import { deliver } from '../running/deliver.ts'
import { eventually } from '../running/eventually.ts'
import { startLocalShops } from '../running/local-shops.ts'
import { openWithAll } from '../running/merchant.ts'
import { sendRequest } from '../running/send-request.ts'
import { signedAsk } from '../running/signed-ask.ts'
import { documentedCommands, fillIn } from './fresh-machine/documented-commands.ts'
import { readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'

const HEADING = 'On one machine, without Docker'
const HEALTHY_WITHIN = 300
const GIVES_UP_AFTER = 900
/** What a local shop's settings are called that `.env.example` does not name, since production has none. */
const LOCAL_ONLY = ['LOCAL_SHOP_URL', 'APP_BRIDGE_URL']

/**
 * What docs/running.md says for one machine, command by command, in a folder that holds what was committed and nothing else; Node, npm and
 * a PostgreSQL are there. The app must be ready, apply a signed delivery and answer a shopper. The shop is a local one, which
 * the settings name: no other can be had here.
 */
export const run: Bench = async (args) => {
  readNumbers(args, {})
  const place = await mkdtemp(join(tmpdir(), 'tandem-fresh-'))
  const [shopPort, port] = [await freePort(), await freePort()]
  const postgres = await startLocalPostgres({ folder: resolve('.data/bench-fresh-machine/postgres'), port: await freePort() })
  const database = new pg.Pool({ connectionString: postgres.url, max: 1 })
  database.on('error', () => {})
  const world = aWorld({ products: [aProduct({ id: 1 })] })
  const { domain } = world.facts
  const url = `http://localhost:${port}`
  const simulator = await startLocalShops({ port: shopPort, appUrl: url, worlds: [world] })
  let running: Running | undefined
  try {
    execFileSync('sh', ['-c', `git archive HEAD | tar -x -C '${place}'`])
    const commands = documentedCommands(await readFile(join(place, 'docs/running.md'), 'utf8'), HEADING)
    const began = performance.now()
    for (const [at, command] of commands.entries()) {
      console.log(`$ ${command}`)
      running = start(command, place)
      // The last goes on until it is told to end.
      if (at === commands.length - 1) break
      if ((await running.ended) !== 0) throw new Error(`${command} failed: ${running.said()}`)
      await fillInSettings(join(place, '.env'), localEnvironment({ databaseUrl: postgres.url, appPort: port, shopPort }))
    }
    const started = running!
    await untilReady(url, started)
    const healthy = seconds(began)
    console.log(`Ready after ${healthy} s`)
    await openWithAll(simulator, url, domain)
    await awaitSync(database, domain, () => {})
    const sent = await deliver(url, domain, 'app/scopes_update', { current: [] }, 'fresh-machine')
    if (sent !== 200) throw new Error(`A signed delivery was answered with ${sent}`)
    await eventually('the delivery is applied', async () => {
      const applied = `SELECT FROM delivery WHERE webhook_id = 'fresh-machine' AND applied_at IS NOT NULL AND failure IS NULL`
      return (await database.query(applied)).rowCount === 1
    })
    await eventually('a shopper is answered', async () => (await sendRequest(url, signedAsk(domain, { product: '1' }))).status === 200)
    const all = seconds(began)
    const code = await started.end()
    if (code !== 0) throw new Error(`It ended with ${code}`)
    return {
      figures: { commands: commands.length, healthy_s: healthy, all_s: all },
      baseline: {},
      misses: healthy > HEALTHY_WITHIN ? [`${healthy} s until it was ready, not ${HEALTHY_WITHIN}`] : [],
    }
  } finally {
    await running?.end()
    await simulator.stop()
    await database.end()
    await postgres.stop()
    await rm(place, { recursive: true, force: true })
    await rm('.data/bench-fresh-machine', { recursive: true, force: true })
  }
}

type Running = ReturnType<typeof start>

/** Runs a command as at a terminal where nothing is set. */
function start(command: string, cwd: string) {
  const { PATH = '', HOME = '' } = process.env
  // What npm puts before the path of its scripts is of this folder, not of that one.
  const path = PATH.split(':')
    .filter((one) => !one.includes('node_modules'))
    .join(':')
  // No NODE_ENV is set at a terminal, whatever its type says.
  const env = { PATH: path, HOME } as unknown as NodeJS.ProcessEnv
  const child = spawn('sh', ['-c', `exec ${command}`], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return {
    said: () => said.trim().split('\n').slice(-5).join('\n'),
    ended,
    /** As a supervisor does that knows of npm alone: whatever npm has started must end with it. */
    async end() {
      const pids = new Set(startedBy(child.pid!).map(({ pid }) => pid))
      child.kill('SIGTERM')
      const code = await ended
      await eventually('nothing is left of it', () => !allProcesses().some(({ pid }) => pids.has(pid)))
      return code
    },
  }
}

async function fillInSettings(file: string, settings: Readonly<Record<string, string>>): Promise<void> {
  const named = Object.fromEntries(Object.entries(settings).filter(([name]) => !LOCAL_ONLY.includes(name)))
  const local = LOCAL_ONLY.map((name) => `${name}=${settings[name]}\n`).join('')
  await writeFile(file, fillIn(await readFile(file, 'utf8'), named) + local)
}

async function untilReady(url: string, running: Running): Promise<void> {
  let hasEnded = false
  void running.ended.then(() => (hasEnded = true))
  for (const began = performance.now(); ; await wait(500)) {
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return
    if (hasEnded || seconds(began) > GIVES_UP_AFTER) throw new Error(`It is not ready: ${running.said()}`)
  }
}

const seconds = (since: number) => Math.round((performance.now() - since) / 100) / 10
