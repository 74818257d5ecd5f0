import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Running } from './keep-running.ts'

/** As long as README.md has any supervisor wait: Node itself now and then hangs in its last step. */
const PATIENCE = 30_000

/**
 * Starts one of the two processes, its log on this terminal. It is in a process group of its own: Ctrl-C reaches this process, which ends
 * both in order. However this one ends, the loss of its channel ends them.
 */
export function startProcess(file: string, settings: Readonly<Record<string, string>> = {}): Running {
  const env = { ...process.env, ...settings }
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true })
  const ended = once(child, 'exit').then(([code, signal]) => `It ended by ${signal === null ? `code ${code}` : signal}`)
  return {
    ended,
    async stop() {
      child.kill('SIGTERM')
      const tooLong = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
      await ended
      clearTimeout(tooLong)
    },
  }
}
