import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { startInOneProcess, type AppInProcess } from './in-one-process.ts'
import { expectAllHolds } from './oracle.ts'
import { expectChosen } from './what-must-stand.ts'
import { nothingYet, type Remembered } from './remembered.ts'
import { anySteps, type Step } from './steps.ts'
import { takeStep } from './take-step.ts'
import { aShop } from './worlds.ts'

/** Side by side, since most of a run is waiting. Each is drawn from a seed of its own. */
const LANES = 5
const RUNS = Number(process.env['LIVES'] ?? 60)
/** Each run has two shops that no other run has. */
const worlds = Array.from({ length: 2 * RUNS }, (_, number) => aShop(number))
const MOST_JOBS = 100

let app: AppInProcess
let used = 0

beforeAll(async () => {
  app = await startInOneProcess(worlds)
})

/** Does what waits, until neither a delivery nor a job is under way. */
async function settle(shops: readonly Remembered[]): Promise<void> {
  await Promise.all(
    shops.map(async ({ domain }) => {
      await app.simulator.webhooks.settled(domain)
      for (let jobs = 0; (await app.doJobs(domain, 1)) > 0; jobs += 1) {
        await app.simulator.webhooks.settled(domain)
        if (jobs > MOST_JOBS) throw new Error(`Work for ${domain} never ends`)
      }
    }),
  )
}

async function live(steps: readonly Step[]): Promise<void> {
  const shops = worlds.slice(used, (used += 2)).map(({ facts }) => nothingYet(facts.domain))
  for (const { domain } of shops) await app.open(domain)
  await settle(shops)
  for (const step of steps) await takeStep(app, shops[step.in]!, step)
  for (const { domain } of shops) app.simulator.weather(domain).clear()
  await settle(shops)
  await lookAgain(shops)
  await learnAnew(shops)
  for (const shop of shops) await expectAllHolds(app, shop)
}

/** What never arrived is found by looking, as happens every night; who has withdrawn their consent opens the app before. */
async function lookAgain(shops: readonly Remembered[]): Promise<void> {
  for (const { domain, missed } of shops) {
    if (!missed || !app.simulator.installations.get(domain)!.installed) continue
    await app.enqueue('sync', domain)
    await settle(shops)
    await app.open(domain)
    await app.enqueue('check', domain)
    await app.enqueue('sync', domain)
  }
  await settle(shops)
}

/** Nothing is learnt anew from every order; so much later it would have been. */
async function learnAnew(shops: readonly Remembered[]): Promise<void> {
  const installed = shops.filter(({ domain }) => app.simulator.installations.get(domain)!.installed)
  for (const shop of installed) expectChosen(app.simulator.shops.get(shop.domain)!, shop)
  for (const { domain } of installed) await app.enqueue('train', domain)
  await settle(shops)
}

it(
  'loses nothing, doubles nothing and keeps nothing it must forget, whatever happens in whatever order',
  { timeout: 600_000 },
  async () => {
    const lanes = Array.from({ length: LANES }, (_, seed) =>
      fc.assert(fc.asyncProperty(anySteps, live), { numRuns: RUNS / LANES, seed, endOnFailure: true }),
    )
    const failed = (await Promise.allSettled(lanes)).flatMap((lane) => (lane.status === 'rejected' ? [lane.reason as Error] : []))
    if (failed.length > 0) throw new AggregateError(failed, failed.map(({ message }) => message).join('\n\n'))
    expect(used).toBe(2 * RUNS)
  },
)
