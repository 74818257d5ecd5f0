import { setTimeout as wait } from 'node:timers/promises'
import { log } from '#app/log.server.ts'

/**
 * Does `work`, and again `every` so many milliseconds, until `signal` aborts. Where it fails it is tried again all the same;
 * that it fails is told once, as `complaint`, until it has been done again.
 */
export async function keepDoing(work: () => Promise<void>, every: number, complaint: string, signal: AbortSignal): Promise<void> {
  let hasFailed = false
  while (!signal.aborted) {
    try {
      await work()
      hasFailed = false
    } catch (error) {
      if (!hasFailed) log.warn({ why: error instanceof Error ? error.message : String(error) }, complaint)
      hasFailed = true
    }
    await wait(every, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
