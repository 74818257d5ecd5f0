import { randomUUID } from 'node:crypto'
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { aWorld } from '../../a/world.ts'
import { eventually } from '../../running/eventually.ts'
import { aRunningShop } from '../../running/running-shop.ts'

/** What every process of the run that is to be ended has in its environment. */
const MARK = 'RUN_TO_BE_ENDED'
const isThatRun = process.env[MARK] !== undefined
const mark = randomUUID()

interface Marked {
  readonly pid: number
  readonly called: string
}

/** The processes of that run that still do something, in whatever groups, and whosever children they have become. */
function ofThatRun(): Marked[] {
  return readdirSync('/proc').flatMap((pid) => {
    const read = (name: string) => readFileSync(`/proc/${pid}/${name}`, 'latin1')
    try {
      if (!/^\d+$/.test(pid) || !read('environ').split('\0').includes(`${MARK}=${mark}`)) return []
      return [{ pid: Number(pid), called: read('cmdline').replaceAll('\0', ' ') }]
    } catch {
      return []
    }
  })
}
const called = (what: string) => ofThatRun().find((one) => one.called.includes(what))?.pid

afterEach(() => {
  if (!isThatRun) for (const { pid } of ofThatRun()) process.kill(pid, 'SIGKILL')
})

/** Runs this very file where the mark is set, until app, PostgreSQL and all run; one of them hangs from then on. */
async function aRun(): Promise<{ readonly task: number; readonly vitest: number }> {
  const { pid } = spawn(process.execPath, ['start.mjs', 'test', '--only', 'flow', 'ended-runs'], {
    env: { ...process.env, [MARK]: mark },
    stdio: 'ignore',
    detached: true,
  })
  await eventually('the run has started the app', () => called('server.ts') !== undefined && called('worker.ts') !== undefined)
  expect(called('postgres -D')).toBeDefined()
  process.kill(called('worker.ts')!, 'SIGSTOP')
  return { task: pid!, vitest: called('test/setup/vitest.ts')! }
}

it.runIf(isThatRun)('runs until it is ended', async () => {
  await aRunningShop('ended-runs', aWorld())
  await new Promise(() => {})
})

it.runIf(!isThatRun && process.platform === 'linux').each([
  ['is told to end', 'task', 'SIGTERM'],
  ['is killed', 'task', 'SIGKILL'],
  ['has its Vitest killed', 'vitest', 'SIGKILL'],
] as const)('a run that %s leaves no process behind, not even one that hangs', async (_, which, signal) => {
  process.kill((await aRun())[which], signal)
  await eventually('nothing is left of it', () => ofThatRun().length === 0)
})
