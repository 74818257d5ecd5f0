import { availableParallelism } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import type { Job } from 'pg-boss'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { failureOf } from '#app/platform/failure.ts'
import { inLogContext } from '#app/platform/log-context.server.ts'
import { log } from '#app/platform/log.server.ts'
import { secondsOf } from '#app/platform/metrics/registry.server.ts'
import { inSpan, openSpan } from '#app/platform/traces/trace.server.ts'
import { repeatUntilAborted } from '#app/platform/repeat-until-aborted.server.ts'
import { AccessLost } from '#app/shopify/shopify-failures.ts'
import { JOBS, openQueue, type JobData, type JobKind } from './queue.server.ts'
import { recordStopped, wasStopped } from './stopped.server.ts'
import { suspendShop } from './suspend-shop.server.ts'

/** Does the work of one kind for a shop. Must bear being run again after it stopped anywhere. */
export type DoJob = (shop: ShopId, signal: AbortSignal) => Promise<void>

/** Shops that one worker serves at a time, for each kind of job: a slow one holds up no other. */
const SHOPS_AT_ONCE = 4
/** Likewise for training, which waits for nobody but a core, and for which each shop takes memory. */
const TRAINED_AT_ONCE = Math.min(SHOPS_AT_ONCE, Math.max(2, availableParallelism()))
/** How often a worker looks whether a running job is still its own: so long a merchant waits who stops one. */
const HEARTBEAT_EVERY_SECONDS = 2
/** How often one look finds, for all kinds together, what may begin; half as often once nothing has begun for so long. */
const LOOK_EVERY_MS = 250
const QUIET_AFTER_MS = 10_000
/** How often each place looks for itself, should nobody have woken it. */
const LOOK_ALONE_SECONDS = 30

/** From a quarter of a second to an hour. */
const BUCKETS = [0.25, 1, 5, 15, 60, 300, 900, 3_600]
const seconds = secondsOf('tandem_job_seconds', 'How long a job took, until it was done or failed', BUCKETS, ['kind', 'outcome'])

/** One of the places in which jobs of a kind are done, each one at a time. */
interface Place {
  readonly kind: JobKind
  isTaken: boolean
  /** Has it look for a job at once. */
  wake: () => void
}

/** Works on every kind of job until the queue is closed. Resolves once `signal` has aborted. */
export async function work(jobs: Readonly<Record<JobKind, DoJob>>, signal: AbortSignal): Promise<void> {
  const places = JOBS.flatMap((kind) => Array.from({ length: placesFor(kind) }, (): Place => ({ kind, isTaken: false, wake: () => {} })))
  for (const place of places) await open(place, jobs[place.kind])
  log.info('The worker waits for jobs')
  let found = performance.now()
  const look = async () => {
    if (await wakeFor(places)) found = performance.now()
  }
  const rest = (milliseconds: number) =>
    wait(performance.now() - found > QUIET_AFTER_MS ? 2 * milliseconds : milliseconds, undefined, { signal, ref: false }).catch(() => {})
  await repeatUntilAborted(look, LOOK_EVERY_MS, 'Nobody can look which jobs wait', signal, rest)
}

const placesFor = (kind: JobKind) => (kind === 'train' ? TRAINED_AT_ONCE : SHOPS_AT_ONCE)

async function open(place: Place, doJob: DoJob): Promise<void> {
  const boss = await openQueue()
  const terms = {
    pollingIntervalSeconds: LOOK_ALONE_SECONDS,
    batchSize: 1,
    groupConcurrency: 1,
    heartbeatRefreshSeconds: HEARTBEAT_EVERY_SECONDS,
  }
  const worker = await boss.work<JobData>(place.kind, terms, async ([job]) => {
    if (!job) return
    place.isTaken = true
    try {
      await watchJob(place.kind, doJob, job)
    } finally {
      place.isTaken = false
    }
  })
  place.wake = () => boss.notifyWorker(worker)
}

type Outcome = 'done' | 'suspended' | 'stopped' | 'failed'

/** Does a job, each line of the log and each part of its trace under its number. */
async function watchJob(kind: JobKind, doJob: DoJob, job: Job<JobData>): Promise<void> {
  const traits = { 'tandem.job': kind, 'tandem.job_id': job.id }
  const span = openSpan(`job ${kind}`, 'job', traits, job.data.traceparent)
  let outcome: Outcome = 'failed'
  try {
    const work = () => doIt(kind, doJob, job, (how) => (outcome = how))
    await inLogContext({ jobId: job.id, ...(span && { traceId: span.traceId }) }, () => inSpan(span, work))
  } finally {
    span?.end({ 'tandem.outcome': outcome }, outcome === 'failed')
  }
}

async function doIt(
  kind: JobKind,
  doJob: DoJob,
  { id, data: { shop }, signal }: Job<JobData>,
  tell: (outcome: Outcome) => void,
): Promise<void> {
  const started = performance.now()
  const count = (outcome: 'done' | 'stopped' | 'failed') => {
    tell(outcome)
    seconds.observe({ kind, outcome }, (performance.now() - started) / 1_000)
  }
  try {
    await doJob(shop, signal)
    count('done')
    log.info({ job: kind, shop, ms: Math.round(performance.now() - started) }, 'Job done')
  } catch (error) {
    if (error instanceof AccessLost) {
      tell('suspended')
      return suspendShop(shop)
    }
    if (signal.aborted && (await wasStopped(shop, id))) {
      count('stopped')
      if (kind === 'sync') await recordStopped(shop)
      return log.info({ job: kind, shop }, 'Job stopped')
    }
    count('failed')
    const why = error instanceof Error ? error.message : String(error)
    log.error({ job: kind, shop, why }, 'Job failed')
    // The queue keeps every field of an error that it is given; only the words are meant to be kept.
    throw new Error(failureOf(error))
  }
}

/** Wakes as many free places of each kind as it has jobs that may begin: those of shops that have none of it under way. Resolves to whether there are any. */
async function wakeFor(places: readonly Place[]): Promise<boolean> {
  const { rows } = await pool.query<{ kind: JobKind; count: number }>({
    name: 'jobs that may begin',
    text: `SELECT name AS kind, count(*)::int AS count FROM jobs.job AS waiting
      WHERE name = ANY ($1) AND state < 'active' AND NOT blocked AND start_after <= now()
      AND NOT EXISTS (SELECT FROM jobs.job AS running WHERE running.name = waiting.name AND running.state = 'active'
        AND COALESCE(running.singleton_key, '') = COALESCE(waiting.singleton_key, '') AND running.policy = 'stately')
      GROUP BY name`,
    values: [JOBS],
  })
  for (const { kind, count } of rows) {
    const free = places.filter((place) => place.kind === kind && !place.isTaken)
    for (const { wake } of free.slice(0, count)) wake()
  }
  return rows.length > 0
}
