import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Simulator } from '../simulator/simulator.ts'

/** Waits until every webhook was delivered and no job waits or runs any more. */
export async function awaitQuiet(simulator: Simulator, database: Pool): Promise<void> {
  for (let quiet = 0; quiet < 3; await wait(100)) {
    await simulator.webhooks.settled()
    quiet = (await isBusy(database)) ? 0 : quiet + 1
  }
}

/** Whether a job waits or runs, or a webhook that was delivered is not applied yet. */
export async function isBusy(database: Pool): Promise<boolean> {
  const { rows } = await database.query<{ busy: boolean }>(
    `SELECT EXISTS (SELECT FROM jobs.job WHERE state < 'completed') OR EXISTS (SELECT FROM delivery WHERE applied_at IS NULL AND failure IS NULL AND (again_at IS NULL OR again_at <= now())) AS busy`,
  )
  return rows[0]!.busy
}
