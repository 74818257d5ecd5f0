import { oldestWaiting } from '#app/inbox/oldest-waiting.server.ts'
import { oldestModel } from '#app/models/snapshot/oldest-model.server.ts'
import { pool } from '#app/platform/db.server.ts'
import { gaugeOf } from '#app/platform/metrics/registry.server.ts'
import { queueBacklog } from '#app/queue/queue-backlog.server.ts'
import { syncAges } from '#app/queue/sync-ages.server.ts'

const one = async (value: Promise<number>) => [{ value: await value }]

/** The figures that PostgreSQL has of all shops: the web process tells them, and as many of them as there are say the same. */
export function exposeShopGauges(): void {
  gaugeOf(
    'tandem_queue_waiting',
    'Jobs that may begin',
    async () => {
      return (await queueBacklog()).map(({ kind, waiting }) => ({ labels: { kind }, value: waiting }))
    },
    ['kind'],
  )
  gaugeOf(
    'tandem_queue_oldest_seconds',
    'How long the job that waits longest could have begun',
    async () => {
      return (await queueBacklog()).map(({ kind, oldest }) => ({ labels: { kind }, value: oldest }))
    },
    ['kind'],
  )
  gaugeOf('tandem_delivery_oldest_seconds', 'How long the delivery that waits longest to be applied has waited', () => one(oldestWaiting()))
  gaugeOf(
    'tandem_sync_age_seconds',
    'How long ago the shop was read that was longest not read',
    async () => {
      return (await syncAges()).map(({ kind, oldest }) => ({ labels: { kind }, value: oldest }))
    },
    ['kind'],
  )
  gaugeOf(
    'tandem_sync_failed',
    'Shops whose last reading failed',
    async () => {
      return (await syncAges()).map(({ kind, failed }) => ({ labels: { kind }, value: failed }))
    },
    ['kind'],
  )
  gaugeOf('tandem_model_age_seconds', 'How old the model is that is oldest of all shops', () => one(oldestModel()))
  gaugeOf('tandem_database_bytes', 'What the database takes on its disk', () => one(databaseSize()))
}

async function databaseSize(): Promise<number> {
  const { rows } = await pool.query<{ bytes: number }>('SELECT pg_database_size(current_database())::float8 AS bytes')
  return rows[0]!.bytes
}
