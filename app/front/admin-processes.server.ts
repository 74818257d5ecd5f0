import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { log } from '#app/platform/log.server.ts'
import { startAdminProcess, type AdminProcess } from './admin-process.server.ts'
import { GRACE_WHEN_GONE, HEAVY_KEEPS, HEAVY_KEEPS_IDLE, IDLE_FOR } from './bounds.ts'

/** The processes that draw the admin's pages: one for what is light, and a few that do one heavy thing at a time each. */
export interface AdminProcesses {
  /** The process for light pages, once it answers; started anew where it has ended. */
  readonly light: () => Promise<AdminProcess>
  /** Whether that process answers. */
  readonly isReady: () => boolean
  /** Bytes of memory of all of them, as each said when it was last asked for a page. */
  readonly rss: () => number
  /** Has `work` done by a process that does nothing else meanwhile. Where it is not done when `work` ends, the process is. */
  readonly heavy: <Result>(work: (process: AdminProcess) => Promise<Result>) => Promise<Result>
  readonly stop: () => Promise<void>
}

/** A place in which heavy pages are drawn, one at a time. */
interface Seat {
  process: AdminProcess
  isTaken: boolean
  /** Takes its place as soon as it answers: until then whoever comes is served by the one that is there. */
  next: AdminProcess | undefined
  /** Counts what was drawn there. */
  drawn: number
}

const MEGABYTE = 1_000_000
/** By how much each gives way to the doors. */
const NICE = { light: 1, heavy: 10 }
/** A process that ends by itself is not started again sooner. */
const PAUSE = 1_000

/** `heap`: megabytes of objects that a heavy page may hold. */
export async function openAdminProcesses(heap: number): Promise<AdminProcesses> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-'))
  const seats: Seat[] = []
  const running = new Set<AdminProcess>()
  let count = 0
  let isOver = false
  const start = (kind: 'light' | 'heavy'): AdminProcess => {
    if (isOver) throw new Error('The web process is about to end')
    const terms = kind === 'light' ? { nice: NICE.light } : { nice: NICE.heavy, heap }
    const one = startAdminProcess({ folder, name: String((count += 1)), ...terms })
    running.add(one)
    void one.ended.then(() => running.delete(one))
    return one
  }
  let light = start('light')
  let startedAt = performance.now()

  const takeSeat = (): Seat => {
    const free = seats.filter(({ isTaken }) => !isTaken)
    const seat = free.find(({ process }) => process.isUp()) ?? free[0]
    if (seat) return seat
    const another: Seat = { process: start('heavy'), isTaken: false, next: undefined, drawn: 0 }
    seats.push(another)
    return another
  }
  const replace = async (seat: Seat): Promise<void> => {
    if (seat.next || isOver) return
    const next = (seat.next = start('heavy'))
    if (seat.process.hasEnded()) settle(seat, next)
    else await next.listens.then(() => seat.isTaken || settle(seat, next)).catch(() => (seat.next = undefined))
  }
  /** What a process has grown by goes back once nobody has asked it for a while; whoever comes then waits for another to start. */
  const leaveWhenIdle = (seat: Seat): void => {
    const { drawn } = seat
    setTimeout(() => {
      // Whoever is about to take its place stays.
      if (seat.isTaken || seat.next || seat.drawn !== drawn || !seats.includes(seat)) return
      seats.splice(seats.indexOf(seat), 1)
      void seat.process.stop()
    }, IDLE_FOR).unref()
  }
  const settle = (seat: Seat, next: AdminProcess): void => {
    void seat.process.stop()
    Object.assign(seat, { process: next, next: undefined })
  }

  return {
    isReady: () => light.isUp(),
    rss: () => [...running].reduce((sum, one) => sum + one.rss(), 0),
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
      const seat = takeSeat()
      if (seat.next?.isUp()) settle(seat, seat.next)
      seat.isTaken = true
      seat.drawn += 1
      const { process } = seat
      let isDone = false
      const done = process.listens.then(() => process.done()).then(() => (isDone = true))
      try {
        await process.listens
        return await work(process)
      } finally {
        if (!isDone) await Promise.race([done, new Promise((resolve) => setTimeout(resolve, GRACE_WHEN_GONE))]).catch(() => undefined)
        if (!isDone) {
          log.warn('What took too long, or nobody waited for any more, was ended with its process')
          await process.kill()
        }
        seat.isTaken = false
        if (seat.next?.isUp()) settle(seat, seat.next)
        else if (process.hasEnded() || process.rss() > HEAVY_KEEPS * MEGABYTE) void replace(seat)
        else if (process.rss() > HEAVY_KEEPS_IDLE * MEGABYTE) leaveWhenIdle(seat)
      }
    },
    async stop() {
      isOver = true
      await Promise.all([...running].map((one) => one.stop()))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
