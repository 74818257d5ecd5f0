import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { endAfterUs } from '../../prisma/end-after-us.ts'
import { allProcesses, startedBy } from './all-processes.ts'
import { eventually } from './eventually.ts'

export interface StartPlace {
  /** Where its files of this run lie, made anew. */
  readonly folder: string
  readonly port: number
  /** Where the app's own files lie: here unless said. */
  readonly files?: string
  readonly settings: Readonly<Record<string, string>>
}

export type NpmStart = ReturnType<typeof npmStart>

/** What `npm start` runs once all is built: everything of one machine, under its supervisor. */
export function npmStart({ folder: given, port, files = '.', settings }: StartPlace) {
  const folder = resolve(given)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const child = spawn(process.execPath, ['app/commands/start.ts'], {
    cwd: files,
    env: {
      NODE_ENV: 'production',
      PATH: process.env['PATH'],
      SNAPSHOT_FOLDER: join(folder, 'published'),
      HOST: '127.0.0.1',
      PORT: String(port),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  endAfterUs(child, ['TERM', 'KILL'])
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = once(child, 'exit') as Promise<[number | null]>
  /** Whatever it has ever been seen to start. */
  const seen = new Set<number>()
  const look = () => {
    const running = startedBy(child.pid!)
    for (const { pid } of running) seen.add(pid)
    return running
  }
  const called = (what: string) => look().find((one) => one.called.includes(what))
  const ready = () => fetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.text(), String)
  return {
    said: () => said,
    /** How one of them was called; undefined while it does not run. */
    called: (what: string) => called(what)?.called,
    ready: (why: string) => eventually(why, async () => (await ready()) === 'ready'),
    /** Ends one of them as a fault would; false where it does not run just now. */
    kill(what: string): boolean {
      const pid = called(what)?.pid
      return pid !== undefined && process.kill(pid, 'SIGKILL')
    },
    /** Resolves once another has the place of one that was killed. */
    runs: (what: string) => eventually(`${what} runs again`, () => called(what) !== undefined),
    /** Tells it to end, and waits until nothing is left of it. */
    async end() {
      look()
      child.kill('SIGTERM')
      const [code] = await ended
      await eventually('nothing is left of it', () => !allProcesses().some(({ pid }) => seen.has(pid)))
      return { code, answers: await ready() }
    },
    /** Ends it at once, whatever it does; what it has started ends after it. */
    abandon: () => void child.kill('SIGKILL'),
  }
}
