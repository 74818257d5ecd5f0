import type { AppProcesses } from '../../running/app-processes.ts'

export interface Havoc {
  /** Hears how much is done, from 0 to 1, and does what is due by then. */
  readonly at: (share: number) => void
  /** Resolves once everything that was due is done and stands again. Throws where something did not come back. */
  readonly over: () => Promise<void>
  readonly kills: number
  readonly restarts: number
}

/**
 * Kills web and worker processes in turn, `kills` of them spread evenly over the work, and in between stops PostgreSQL and
 * starts it again `restarts` times. One thing after the other; who was killed comes back, as a supervisor sees to it.
 */
export function wreakHavoc(apps: readonly AppProcesses[], restartDatabase: () => Promise<void>, kills: number, restarts: number): Havoc {
  const done = { kills: 0, restarts: 0 }
  let due = 0
  let working: Promise<void> | undefined

  const work = async (): Promise<void> => {
    while (done.kills + done.restarts < due) {
      const isRestart = done.restarts < Math.floor(((done.kills + done.restarts + 1) * restarts) / (kills + restarts))
      if (isRestart) {
        await restartDatabase()
        done.restarts += 1
      } else {
        // Every process in turn: the first pair's web and worker, then the next one's.
        const app = apps[Math.floor(done.kills / 2) % apps.length]!
        await app.replace(done.kills % 2 ? 'worker' : 'web')
        done.kills += 1
      }
    }
  }

  return {
    at(share) {
      due = Math.max(due, Math.min(kills + restarts, Math.floor(share * (kills + restarts))))
      working ??= work().finally(() => (working = undefined))
      // Whoever awaits `over` hears of a failure.
      working.catch(() => {})
    },
    async over() {
      await working
      due = kills + restarts
      await work()
    },
    get kills() {
      return done.kills
    },
    get restarts() {
      return done.restarts
    },
  }
}
