import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Simulator } from '../simulator/simulator.ts'

/** Waits until every webhook was delivered and no job waits or runs any more. */
export async function awaitQuiet(simulator: Simulator, database: Pool): Promise<void> {
  for (let quiet = 0; quiet < 3; await wait(100)) {
    await simulator.webhooks.settled()
    const { rows } = await database.query<{ busy: boolean }>(
      `SELECT EXISTS (SELECT FROM jobs.job WHERE state < 'completed') OR EXISTS (SELECT FROM delivery WHERE applied_at IS NULL AND failure IS NULL AND (again_at IS NULL OR again_at <= now())) AS busy`,
    )
    quiet = rows[0]!.busy ? 0 : quiet + 1
  }
}
