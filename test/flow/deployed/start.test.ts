import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { freePort } from '../../../prisma/free-port.ts'
import { eventually } from '../../running/eventually.ts'
import { atEnd } from '../../setup/at-end.ts'
import { aDatabase } from '../../setup/database.ts'

interface Process {
  readonly pid: number
  readonly parent: number
  /** What it was called with. */
  readonly called: string
}

function allProcesses(): Process[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  return lines.flatMap((line) => {
    const [, pid, parent, called] = /^ *(\d+) +(\d+) (.*)$/.exec(line) ?? []
    return called === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), called }]
  })
}

/** Every process that another has started, with all that those have. */
function startedBy(pid: number, all = allProcesses()): Process[] {
  return all.filter(({ parent }) => parent === pid).flatMap((one) => [one, ...startedBy(one.pid, all)])
}

async function started(name: string, settings: Readonly<Record<string, string>>) {
  const port = await freePort()
  const folder = resolve(join('.data/test-logs', name))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const child = spawn(process.execPath, ['app/commands/start.ts'], {
    env: {
      NODE_ENV: 'production',
      PATH: process.env['PATH'],
      SHOPIFY_API_KEY: '0123456789abcdef0123456789abcdef',
      SHOPIFY_API_SECRET: 'shpss_0123456789abcdef',
      SHOPIFY_APP_URL: 'https://tandem.example.com',
      SNAPSHOT_FOLDER: join(folder, 'published'),
      HOST: '127.0.0.1',
      PORT: String(port),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  atEnd(() => void child.kill('SIGKILL'))
  const pidOf = (what: string) => startedBy(child.pid!).find(({ called }) => called.includes(what))?.pid
  const ready = () => fetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.text(), String)
  return {
    said: () => said,
    ready: (why: string) => eventually(why, async () => (await ready()) === 'ready'),
    /** Ends one of them as a fault would, and waits until another has its place. */
    async kill(what: string) {
      const before = pidOf(what)!
      process.kill(before, 'SIGKILL')
      await eventually(`${what} runs again`, () => ![undefined, before].includes(pidOf(what)))
    },
    /** Tells it to end, and waits until nothing is left of it. */
    async end() {
      const pids = new Set(startedBy(child.pid!).map(({ pid }) => pid))
      child.kill('SIGTERM')
      const [code] = (await once(child, 'exit')) as [number | null]
      await eventually('nothing is left of it', () => !allProcesses().some(({ pid }) => pids.has(pid)))
      return { code, answers: await ready() }
    },
  }
}

it('npm start migrates, runs both processes, starts again what was killed, and leaves nothing behind', async () => {
  const run = await started('start', { DATABASE_URL: await aDatabase({ migrated: false }), TOKEN_KEY: randomBytes(32).toString('hex') })
  await run.ready('an empty database is migrated, and both processes run')
  for (const what of ['server.ts', 'worker.ts', 'server.ts']) await run.kill(what)
  await run.ready('the web process answers again')
  expect(run.said()).toContain('"process":"web","why":"It ended by SIGKILL"')
  expect(await run.end()).toEqual({ code: 0, answers: expect.stringContaining('fetch failed') as string })
})

it('for trying there is a PostgreSQL of its own, which is started again and ended as well', async () => {
  const run = await started('start-without-database', {})
  await run.ready('a database is made and migrated')
  await run.kill('postgres -D')
  await run.ready('the database is back')
  expect(await run.end()).toMatchObject({ code: 0 })
})

it('what is missing is told in a line, before anything is started', async () => {
  const run = await started('start-without-secret', {
    SHOPIFY_API_SECRET: '',
    TOKEN_KEY: 'short',
    DATABASE_URL: 'postgresql://nobody@127.0.0.1/none',
  })
  await eventually('it says what is wrong', () => /SHOPIFY_API_SECRET: .*TOKEN_KEY: must be 32 bytes[^\n]*\n$/.test(run.said()))
})
