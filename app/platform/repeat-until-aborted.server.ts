import { setTimeout as wait } from 'node:timers/promises'
import { log } from './log.server.ts'

/**
 * Does `work`, and again `every` so many milliseconds, until `signal` aborts; sooner where `rest` ends sooner. Where it fails it
 * is tried again all the same; that it fails is told once, as `complaint`, until it has been done again.
 */
export async function repeatUntilAborted(
  work: () => Promise<void>,
  every: number,
  complaint: string,
  signal: AbortSignal,
  rest: (milliseconds: number, signal: AbortSignal) => Promise<void> = waitFor,
): Promise<void> {
  let hasFailed = false
  while (!signal.aborted) {
    try {
      await work()
      hasFailed = false
    } catch (error) {
      if (!hasFailed) log.warn({ why: error instanceof Error ? error.message : String(error) }, complaint)
      hasFailed = true
    }
    await rest(every, signal)
  }
}

async function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal, ref: false }).catch(() => undefined)
}
