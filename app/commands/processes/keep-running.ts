import { setTimeout as wait } from 'node:timers/promises'
import { restartPause } from './restart-pause.ts'

/** Something that runs beside this process. */
export interface Running {
  /** Resolves once it has ended, to how. */
  readonly ended: Promise<string>
  /** Ends it in order. */
  stop(): Promise<void>
}

/**
 * Has something run until `signal` aborts, then ends it. Whenever it ends by itself, `tell` hears why and it is started `again`, the later
 * the more often it has.
 */
export async function keepRunning(
  first: Running,
  again: () => Promise<Running>,
  tell: (why: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const aborted = new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined)))
  let running: Running | undefined = first
  for (let pause = 0; !signal.aborted;) {
    const began = performance.now()
    const why = running ? await Promise.race([running.ended, aborted]) : undefined
    if (signal.aborted) break
    if (why !== undefined) tell(why)
    pause = restartPause(performance.now() - began, pause)
    await wait(pause, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    running = await again().catch((error: unknown) => void tell((error as Error).message))
  }
  await running?.stop()
}
