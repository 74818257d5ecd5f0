import { LOOK_AGAIN_EVERY, lookAgain } from '#app/jobs/look-again.server.ts'
import { MEASURE_EVERY, measureWhatIsDue } from '#app/jobs/measure.server.ts'
import { nightly } from '#app/jobs/nightly.server.ts'
import { WORK } from '#app/jobs/work-by-kind.server.ts'
import { followModels } from '#app/models/snapshot/follow-models.server.ts'
import { endInOrder } from '#app/platform/end-process.server.ts'
import { giveWay } from '#app/platform/give-way.server.ts'
import { serveMetrics } from '#app/platform/metrics/serve-metrics.server.ts'
import { repeatUntilAborted } from '#app/platform/repeat-until-aborted.server.ts'
import { speakThroughLog } from '#app/platform/speak-through-log.server.ts'
import { openTraces } from '#app/platform/traces/trace.server.ts'
import { closeQueue, scheduleNightly } from '#app/queue/queue.server.ts'
import { retryThroughOutage } from '#app/queue/retry-through-outage.server.ts'
import { work } from '#app/queue/work.server.ts'
import { sealStoredTokens } from '#app/shopify/access/seal-stored-tokens.server.ts'

/** The worker process: everything that happens on the clock and that nobody waits for. */
speakThroughLog()
giveWay()
await openTraces('tandem-worker')
serveMetrics()
const ending = new AbortController()
let working: Promise<unknown> | undefined

// Whoever ends it while the database is away does not wait for that.
endInOrder(async () => {
  ending.abort()
  await working
  await closeQueue()
})

await retryThroughOutage(() => scheduleNightly(nightly), 'The queue cannot be opened yet')
await sealStoredTokens(ending.signal)
working = Promise.all([
  followModels(ending.signal),
  repeatUntilAborted(lookAgain, LOOK_AGAIN_EVERY, 'Nobody can look at what waits to be looked at again', ending.signal),
  repeatUntilAborted(measureWhatIsDue, MEASURE_EVERY, 'Nobody can look which shops are to be counted', ending.signal),
  work(WORK, ending.signal),
])
