import { spawn, type ChildProcess } from 'node:child_process'
import type { Socket } from 'node:net'
import type { Account } from './postgres-account.ts'

/** Seconds until the next signal. */
const APART = 2

/**
 * A watch that holds a pipe from us: when we are gone, even killed, the pipe closes and the watch sends the process these signals, one
 * after the other. It knows no Windows.
 */
export function endAfterUs(
  child: ChildProcess,
  signals: readonly ('INT' | 'TERM' | 'QUIT' | 'KILL')[],
  account: Account | null = null,
): void {
  if (process.platform === 'win32' || child.pid === undefined) return
  const kills = signals.map((signal) => `kill -${signal} "$0"`).join(` && sleep ${APART} && `)
  const watch = spawn('/bin/sh', ['-c', `read -r _; ${kills}`, String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    ...account,
  })
  watch.unref()
  ;(watch.stdin as unknown as Socket).unref()
  child.once('exit', () => watch.kill('SIGKILL'))
}
