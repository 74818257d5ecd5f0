import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { ShopId } from '#app/commerce/ids.ts'
import type * as Rest from '#app/queue/suspend-shop.server.ts'
import type * as SyncProgress from '#app/queue/sync-progress.server.ts'
import type * as TrainingProgress from '#app/queue/training-progress.server.ts'
import type * as Installations from '#app/shopify/installation.server.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { startInOneProcess, type AppInProcess } from './model/in-one-process.ts'

const world = aWorld({ products: [aProduct({ id: 1 })] })
const SHOP = world.facts.domain as ShopId

let app: AppInProcess
let installation: Installations.Installation
let installations: typeof Installations
let jobs: typeof Rest & typeof SyncProgress & typeof TrainingProgress

beforeAll(async () => {
  app = await startInOneProcess([world])
  installations = await import('#app/shopify/installation.server.ts')
  jobs = {
    ...(await import('#app/queue/suspend-shop.server.ts')),
    ...(await import('#app/queue/sync-progress.server.ts')),
    ...(await import('#app/queue/training-progress.server.ts')),
  }
})

beforeEach(async () => {
  await app.open(SHOP)
  await app.database.query('DELETE FROM jobs.job')
  installation = (await installations.installationOf(SHOP))!
})

/** The shop is forgotten just when the work has found it and is about to write. Resolves to how the work ended. */
async function forgottenUnder(work: () => Promise<unknown>): Promise<unknown> {
  const forgetting = await app.database.connect()
  try {
    await forgetting.query('BEGIN')
    await forgetting.query('DELETE FROM shop WHERE id = $1', [SHOP])
    const ended = work().then(
      () => 'done',
      (error: unknown) => error,
    )
    const WAITS = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    while ((await app.database.query(WAITS)).rowCount === 0) await wait(10)
    await forgetting.query('COMMIT')
    return await ended
  } finally {
    forgetting.release()
  }
}

it('begins no pull of a shop that is forgotten meanwhile', async () => {
  expect(await forgottenUnder(() => jobs.beginRun(installation, 'catalog'))).toBeInstanceOf(installations.InstallationEnded)
})

it('lets work rest for a shop that is forgotten meanwhile', async () => {
  expect(await forgottenUnder(() => jobs.suspendShop(SHOP))).toBe('done')
})

it('says nothing of a training for a shop that is forgotten meanwhile', async () => {
  expect(await forgottenUnder(() => jobs.recordTraining(SHOP, { step: 'reading', read: 1, total: 2 }))).toBe('done')
})
