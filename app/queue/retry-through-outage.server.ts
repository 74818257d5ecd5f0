import { setTimeout as wait } from 'node:timers/promises'
import { log } from '#app/platform/log.server.ts'
import { isTransient } from './is-transient.ts'

const PAUSE_MS = 500

/** Does `work`, again and again where trouble ends it that passes, which is told once as `complaint`. Throws what does not pass. */
export async function retryThroughOutage<Result>(work: () => Promise<Result>, complaint: string): Promise<Result> {
  for (let isTold = false; ; isTold = true) {
    try {
      return await work()
    } catch (error) {
      if (!isTransient(error)) throw error
      if (!isTold) log.warn({ why: (error as Error).message }, complaint)
      await wait(PAUSE_MS)
    }
  }
}
