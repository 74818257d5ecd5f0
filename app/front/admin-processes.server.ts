import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { log } from '#app/log.server.ts'
import { startAdminProcess, type AdminProcess } from './admin-process.server.ts'
import { GRACE_WHEN_GONE, HEAVY_HEAP, HEAVY_KEEPS } from './bounds.ts'

/** The processes that draw the admin's pages: one for what is light, and a few that do one heavy thing at a time each. */
export interface AdminProcesses {
  /** The process for light pages, once it answers; started anew where it has ended. */
  readonly light: () => Promise<AdminProcess>
  /** Whether that process answers. */
  readonly isReady: () => boolean
  /** Has `work` done by a process that does nothing else meanwhile. Where it is not done when `work` ends, the process is. */
  readonly heavy: <Result>(work: (process: AdminProcess) => Promise<Result>) => Promise<Result>
  readonly stop: () => Promise<void>
}

const MEGABYTE = 1_000_000
/** The one that answers the soonest. */
function take(idle: AdminProcess[]): AdminProcess | undefined {
  const up = idle.findIndex((one) => one.isUp())
  return up < 0 ? idle.shift() : idle.splice(up, 1)[0]
}

/** A process that ends by itself is not started again sooner. */
const PAUSE = 1_000

export async function openAdminProcesses(): Promise<AdminProcesses> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-'))
  const idle: AdminProcess[] = []
  const busy = new Set<AdminProcess>()
  let count = 0
  let isOver = false
  const start = (kind: 'light' | 'heavy'): AdminProcess => {
    if (isOver) throw new Error('The web process is about to end')
    const terms = kind === 'light' ? { nice: 1 } : { nice: 10, heap: HEAVY_HEAP }
    return startAdminProcess({ folder, name: String((count += 1)), ...terms })
  }
  let light = start('light')
  let startedAt = performance.now()

  const finish = (one: AdminProcess, isDone: boolean): void => {
    busy.delete(one)
    if (isDone && !one.hasEnded() && one.rss() <= HEAVY_KEEPS * MEGABYTE) return void idle.push(one)
    if (!isDone) log.warn('What took too long, or nobody waited for any more, was ended with its process')
    void (isDone ? one.stop() : one.kill())
    // Whoever comes next must not wait for another to start.
    if (!isOver) idle.push(start('heavy'))
  }
  return {
    isReady: () => light.isUp(),
    async light() {
      if (light.hasEnded() && performance.now() - startedAt > PAUSE) {
        log.error('The admin’s process has ended and is started again')
        light = start('light')
        startedAt = performance.now()
      }
      await light.listens
      return light
    },
    async heavy(work) {
      let one = take(idle)
      while (one?.hasEnded()) one = take(idle)
      one ??= start('heavy')
      busy.add(one)
      let isDone = false
      const done = one.listens.then(() => one.done()).then(() => (isDone = true))
      try {
        await one.listens
        return await work(one)
      } finally {
        if (!isDone) await Promise.race([done, new Promise((resolve) => setTimeout(resolve, GRACE_WHEN_GONE))])
        finish(one, isDone)
      }
    },
    async stop() {
      isOver = true
      await Promise.all([light, ...idle, ...busy].map((one) => one.stop()))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
