import type { PoolClient } from 'pg'
import { PgBoss } from 'pg-boss'
import type { ShopId } from '#app/commerce/ids.ts'
import { pool } from '#app/platform/db.server.ts'
import { env } from '#app/platform/env.server.ts'
import { log } from '#app/platform/log.server.ts'
import { spanUnderWay } from '#app/platform/traces/trace.server.ts'
import { fitQueue } from './fit-queue.server.ts'

/** The kinds of work that wait in the queue. Each takes a shop and finds in the database what there is to do. */
export const JOBS = [
  'sync',
  'apply',
  'train',
  'propose',
  'publish',
  'leave',
  'retain',
  'check',
  'markets',
  'lint',
  'measure',
  'copy',
  'write',
  'read-sayings',
] as const
export type JobKind = (typeof JOBS)[number]

const NIGHT = 'night'

/** A worker that was killed is missed after 15 seconds and found missing 5 later: another takes up what it was doing. */
const TERMS = { retryLimit: 5, retryDelay: 2, retryBackoff: true, expireInSeconds: 60 * 60, heartbeatSeconds: 15 }
const MISSED_WITHIN_SECONDS = 5
/** What Shopify told us waits for this job alone, so it is tried for about ten minutes, and soon after a worker was lost. */
const PATIENT = { ...TERMS, retryLimit: 75, retryDelayMax: 8 }

let starting: Promise<PgBoss> | undefined

/** The queue, opened when it is first needed; where that fails, again for whoever needs it next. */
export function openQueue(): Promise<PgBoss> {
  starting ??= start().catch((error: unknown) => {
    starting = undefined
    throw error
  })
  return starting
}

async function start(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env.DATABASE_URL,
    schema: 'jobs',
    max: 4,
    monitorIntervalSeconds: MISSED_WITHIN_SECONDS,
    superviseIntervalSeconds: MISSED_WITHIN_SECONDS,
  })
  boss.on('error', (error) => log.error({ why: error.message }, 'The queue reports an error'))
  try {
    await boss.start()
    for (const kind of JOBS) {
      // At most one job of a kind and shop runs, and one more waits: it sees whatever changed while the first ran.
      const terms = kind === 'apply' ? PATIENT : TERMS
      await boss.createQueue(kind, { policy: 'stately', ...terms })
      // An earlier release may have made it on other terms.
      await boss.updateQueue(kind, terms)
    }
    await fitQueue()
    return boss
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
}

/** As the queue's own index has it. */
const WAITING = `SELECT FROM jobs.job WHERE name = $1 AND state = 'created' AND COALESCE(singleton_key, '') = $2 AND policy = 'stately'`

/** The shop's jobs are a group as well: whether one of them is under way is asked when another is to begin, not known by heart. */
const termsOf = (shop: ShopId, afterSeconds: number) => ({ singletonKey: shop, group: { id: shop }, startAfter: afterSeconds })

/** What a job takes, and the trace of the request that first asked for it: what a job asks for begins one of its own, lest none ever end. */
export interface JobData {
  readonly shop: ShopId
  readonly traceparent?: string
}

function dataOf(shop: ShopId): JobData {
  const span = spanUnderWay()
  return { shop, ...(span?.ofRequest && { traceparent: span.traceparent }) }
}

/** Asks for a job. Asking again while the same one still waits changes nothing. `afterSeconds` lets a burst of changes gather. */
export async function enqueue(kind: JobKind, shop: ShopId, afterSeconds = 0): Promise<void> {
  const boss = await openQueue()
  // One that waits begins later, and sees what was committed before this look: to ask again would only cost.
  const { rowCount } = await pool.query({ name: 'job that waits', text: WAITING, values: [kind, shop] })
  if (rowCount !== 0) return
  await boss.send(kind, dataOf(shop), termsOf(shop, afterSeconds))
}

/**
 * Asks for a job in a transaction: it stands if and only if what it follows from does. One that waits already is kept from
 * beginning until the transaction has ended, so whichever it is sees what was changed.
 */
export async function enqueueWith(client: PoolClient, kind: JobKind, shop: ShopId, afterSeconds = 0): Promise<void> {
  const boss = await openQueue()
  const db = { executeSql: (text: string, values?: unknown[]) => client.query<Record<string, unknown>>(text, values) }
  for (let isHeld = false; !isHeld;) {
    await boss.send(kind, dataOf(shop), { ...termsOf(shop, afterSeconds), db })
    const { rowCount } = await client.query(`${WAITING} FOR UPDATE`, [kind, shop])
    isHeld = rowCount !== 0
  }
}

/** Does something every night, in one of all workers. */
export async function scheduleNightly(doIt: () => Promise<void>): Promise<void> {
  const boss = await openQueue()
  const [hour, minute] = env.NIGHT_AT.split(':').map(Number)
  await boss.createQueue(NIGHT, { retryLimit: 5, retryDelay: 60, retryBackoff: true })
  await boss.schedule(NIGHT, `${minute} ${hour} * * *`)
  await boss.work(NIGHT, { pollingIntervalSeconds: 2 }, doIt)
}

/** Lets running jobs finish, hands back the others, closes the connections. */
export async function closeQueue(): Promise<void> {
  const boss = await starting?.catch(() => undefined)
  starting = undefined
  await boss?.stop({ graceful: true, timeout: 20_000 })
}
