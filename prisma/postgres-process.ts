import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { endAfterUs } from './end-after-us.ts'
import type { Account } from './postgres-account.ts'

/**
 * Starts the server, reachable from this machine alone. It is in a process group of its own, for Ctrl-C must not end the
 * database before those who still write to it; yet it ends, in order, after this process, however that one ends.
 */
export function startProcess({
  postgres,
  folder,
  port,
  settings,
  log,
  account,
}: {
  postgres: string
  folder: string
  port: number
  settings: readonly string[]
  log: string
  account: Account | null
}): ChildProcess {
  // A process of the app opens up to 25 when it is busy; tests have several shops served side by side, some by four processes.
  const all = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=400', ...settings]
  const args = ['-D', folder, '-p', String(port), ...all.flatMap((setting) => ['-c', setting])]
  const output = openSync(log, 'w')
  const server = spawn(postgres, args, { stdio: ['ignore', output, output], detached: true, ...account })
  closeSync(output)
  server.unref()
  // What it does not finish then, it makes good when it is started again.
  endAfterUs(server, ['INT', 'QUIT'], account)
  return server
}

/** Waits for what is under way to be broken off, and for the files to be complete. */
export async function stopProcess(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return
  server.ref()
  server.kill('SIGINT')
  await once(server, 'exit')
}

export function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null
}
