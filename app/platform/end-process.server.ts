import { closeDatabase } from './db.server.ts'
import { log } from './log.server.ts'
import { closeTraces } from './traces/trace.server.ts'

/** Longer than any step takes that is worth waiting for; what runs then is handed back by its absence. */
const PATIENCE = 25_000
/** Whoever supervised it is gone: another may be about to start in its place, and nobody is there to end what hangs. */
const PATIENCE_ALONE = 2_000

/**
 * Ends this process in order when it is told to, by a signal or by the loss of the process that started it: first
 * `finish`, then the database. A second signal, or too long a wait, ends it at once; too long is much sooner where nobody is left to
 * wait. Node's own last step may hang, and nothing of ours runs any more by then: that is for whoever supervises the process to end.
 */
export function endInOrder(finish: () => Promise<void>): void {
  let ending = false
  const end = async () => {
    if (ending) process.exit(1)
    ending = true
    setTimeout(() => process.exit(1), PATIENCE).unref()
    try {
      await finish()
      await Promise.all([closeDatabase(), closeTraces()])
      process.exit(0)
    } catch (error) {
      log.error({ why: error instanceof Error ? error.message : String(error) }, 'The process could not end in order')
      process.exit(1)
    }
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end())
  process.on('disconnect', () => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), PATIENCE_ALONE).unref()
    if (!ending) void end()
  })
}
