import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { childEnvironment } from '#app/platform/env.server.ts'
import { log } from '#app/platform/log.server.ts'

/** What a process of the admin says to the one that started it. */
export const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listens') }),
  /** A request is over, its page drawn or given up; `rss` in bytes. */
  z.object({ kind: z.literal('done'), rss: z.number() }),
])
export type Said = z.infer<typeof said>

/** A process that draws the admin's pages, behind a socket of its own. */
export interface AdminProcess {
  readonly socketPath: string
  /** Resolves once it answers; rejects where it ends before. */
  readonly listens: Promise<void>
  readonly isUp: () => boolean
  /** Bytes of memory when it last said so. */
  readonly rss: () => number
  readonly hasEnded: () => boolean
  readonly ended: Promise<unknown>
  /** Resolves once it says that a request is over, or is over itself. */
  readonly done: () => Promise<unknown>
  /** Ends it in order. */
  readonly stop: () => Promise<void>
  /** Ends it at once, whatever it does. */
  readonly kill: () => Promise<void>
}

interface Terms {
  /** Where its socket lies. */
  readonly folder: string
  readonly name: string
  /** Megabytes of objects it may hold. */
  readonly heap?: number
  /** How much it gives way to other processes, as `nice` counts it. */
  readonly nice: number
}

/** More than it needs to end what it has under way. */
const PATIENCE = 20_000

export function startAdminProcess({ folder, name, heap, nice }: Terms): AdminProcess {
  const socketPath = join(folder, name)
  const child = fork('admin.ts', [socketPath], {
    execArgv: heap === undefined ? [] : [`--max-old-space-size=${heap}`],
    env: childEnvironment,
    // A session of its own: Linux shares a core among sessions first, and what one of them does counts for all that are in it.
    detached: true,
  })
  const { pid } = child
  if (pid !== undefined) giveWay(pid, nice)
  let rss = 0
  let isUp = false
  let hasEnded = false
  let tellDone = (): void => {}
  const listening = Promise.withResolvers<void>()
  // Whoever waits for it hears of it; where nobody does, nobody need.
  listening.promise.catch(() => undefined)
  child.on('message', (message) => {
    const read = said.safeParse(message)
    if (!read.success) return
    if (read.data.kind === 'listens') {
      isUp = true
      listening.resolve()
    } else {
      rss = read.data.rss
      tellDone()
    }
  })
  const { promise: ended, resolve: tellEnded } = Promise.withResolvers<void>()
  const noteEnd = (how: string): void => {
    hasEnded = true
    listening.reject(new Error(`The admin's process ended before it listened: ${how}`))
    tellDone()
    tellEnded()
  }
  child.once('exit', (code, signal) => noteEnd(String(signal ?? code)))
  child.on('error', (error) => {
    log.error({ why: error.message }, 'A process of the admin could not be started, or told')
    if (child.pid === undefined) noteEnd(error.message)
  })

  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (hasEnded) return
    child.kill(signal)
    const tooLong = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
    await ended
    clearTimeout(tooLong)
  }
  return {
    socketPath,
    listens: listening.promise,
    isUp: () => isUp && !hasEnded,
    rss: () => rss,
    hasEnded: () => hasEnded,
    ended,
    done: () => (hasEnded ? Promise.resolve() : new Promise((resolve) => (tellDone = () => resolve(undefined)))),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/** Lets the doors go first. On Linux a session has a place of its own among all, beside that of its processes. */
function giveWay(pid: number, nice: number): void {
  try {
    setPriority(pid, nice)
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/autogroup`, String(nice), { flag: 'r+' })
  } catch {
    // It works all the same.
  }
}
