import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Running } from '#app/commands/processes/keep-running.ts'
import { endAfterUs } from '../../../prisma/end-after-us.ts'
import { endProcess, environmentOf, type AppPlace } from '../../running/app-processes.ts'

export interface ReloadingAdmin extends Running {
  /** Names the port of the web process that stands behind it from now on. */
  readonly standBefore: (webPort: number) => void
}

/** Starts `admin.ts` and waits until it listens; `tell` hears what could not be drawn, and why. */
export async function startAdmin(place: AppPlace, webPort: number, tell: (line: string) => void): Promise<ReloadingAdmin> {
  const log = openSync(join(place.logs, 'admin.log'), 'w')
  const child = spawn(process.execPath, ['test/demo/reload/admin.ts', String(place.appPort), String(webPort)], {
    cwd: place.files,
    env: environmentOf(place),
    stdio: ['ignore', log, 'pipe', 'ipc'],
    detached: true,
  })
  closeSync(log)
  child.stderr!.setEncoding('utf8').on('data', (text: string) => tell(text.trimEnd()))
  endAfterUs(child, ['TERM', 'KILL'])
  const ended = once(child, 'exit').then(([code, signal]) => `it ended by ${signal ?? `code ${code}`}`)
  await Promise.race([once(child, 'message'), ended.then((how) => Promise.reject(new Error(`The admin did not start: ${how}`)))])
  return {
    ended,
    stop: () => endProcess(child),
    // One that has ended need not hear it: the next is told as it starts.
    standBefore: (port) => void child.send({ webPort: port }, () => undefined),
  }
}
