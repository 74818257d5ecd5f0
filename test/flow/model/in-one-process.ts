import { once } from 'node:events'
import { createServer } from 'node:http'
import pg from 'pg'
import type { ShopId } from '#app/commerce/ids.ts'
import type { JobKind } from '#app/queue/queue.server.ts'
import { freePort } from '../../../prisma/free-port.ts'
import { localEnvironment } from '../../running/app-processes.ts'
import { grantAll } from '../../running/grant.ts'
import { startLocalShops } from '../../running/local-shops.ts'
import { atEnd } from '../../setup/at-end.ts'
import { aDatabase } from '../../setup/database.ts'
import type { World } from '../../simulator/shop.ts'
import type { Simulator } from '../../simulator/simulator.ts'

/** The app without its processes: what doors call and what workers do is called here, when a test says so. */
export interface AppInProcess {
  readonly simulator: Simulator
  readonly database: pg.Pool
  /** The merchant opens the app. */
  open(domain: string): Promise<void>
  saveRule(domain: string, rule: unknown): Promise<void>
  deleteRule(domain: string, id: string): Promise<void>
  saveBounds(domain: string, bounds: unknown): Promise<void>
  saveMix(domain: string, mix: unknown): Promise<void>
  enqueue(kind: JobKind, domain: string): Promise<void>
  /**
   * Does the jobs that have waited longest, `count` of them at the same time, without their pauses. They are broken off
   * after so many milliseconds where these are given, and then wait again. Returns how many there were.
   */
  doJobs(domain: string, count: number, brokenOffAfter?: number): Promise<number>
}

/** As often as the queue tries a job again. */
const MOST_FAILURES = 5

/** Starts local shops that deliver to the app's own code in this process, over a database of this test file's own. */
export async function startInOneProcess(worlds: readonly World[]): Promise<AppInProcess> {
  const [shopPort, appPort] = [await freePort(), await freePort()]
  const databaseUrl = await aDatabase()
  Object.assign(process.env, localEnvironment({ databaseUrl, appPort, shopPort }), { LOG_LEVEL: 'silent' })
  const [
    { listenForWebhooks },
    { askedForAll },
    queue,
    { merchantOf },
    rules,
    working,
    { publishWhatWaits },
    { suspendShop: rest },
    { AccessLost },
    { WORK },
    { closeDatabase },
  ] = await Promise.all([
    import('#app/routes/webhooks.server.ts'),
    import('#app/jobs/apply-soon.server.ts'),
    import('#app/queue/queue.server.ts'),
    import('#app/kit/door/merchant.server.ts'),
    import('#app/rules/versions/store-rules.server.ts'),
    import('#app/rules/versions/working-set.server.ts'),
    import('./publish-what-waits.ts'),
    import('#app/queue/suspend-shop.server.ts'),
    import('#app/shopify/shopify-failures.ts'),
    import('#app/jobs/work-by-kind.server.ts'),
    import('#app/platform/db.server.ts'),
  ])
  const database = new pg.Pool({ connectionString: databaseUrl, max: 8 })
  database.on('error', () => {})
  const simulator = await startLocalShops({ port: shopPort, appUrl: `http://localhost:${appPort}`, worlds, retryDelays: [1, 1, 1, 1] })
  const answerWebhook = listenForWebhooks(
    () => 'local',
    () => true,
  )
  const door = createServer((incoming, outgoing) => void answerWebhook(incoming, outgoing)).listen(appPort, '127.0.0.1')
  await once(door, 'listening')
  atEnd(async () => {
    door.closeAllConnections()
    door.close()
    await simulator.stop()
    await askedForAll()
    await queue.closeQueue()
    await closeDatabase()
    await database.end()
  })

  const enqueue = (kind: JobKind, domain: string) => queue.enqueue(kind, domain as ShopId)
  const failures = new Map<string, number>()

  /** Taken out before it runs: what it asks for meanwhile waits behind it, as with a worker. */
  async function takeJob(domain: string): Promise<JobKind | undefined> {
    const { rows } = await database.query<{ name: JobKind }>(
      `DELETE FROM jobs.job WHERE id = (SELECT id FROM jobs.job WHERE data->>'shop' = $1 AND state IN ('created', 'retry') ORDER BY created_on, id LIMIT 1)
       RETURNING name`,
      [domain],
    )
    return rows[0]?.name
  }

  async function doJob(kind: JobKind, domain: string, signal: AbortSignal): Promise<void> {
    try {
      await WORK[kind](domain as ShopId, signal)
      failures.delete(`${kind} ${domain}`)
    } catch (error) {
      if (error instanceof AccessLost) return rest(domain as ShopId)
      const times = (failures.get(`${kind} ${domain}`) ?? 0) + (signal.aborted ? 0 : 1)
      failures.set(`${kind} ${domain}`, times)
      if (times > MOST_FAILURES) throw error
      await enqueue(kind, domain)
    }
  }

  return {
    simulator,
    database,
    enqueue,
    async open(domain) {
      if (!simulator.installations.get(domain)!.installed) grantAll(simulator, domain)
      const headers = { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0', authorization: `Bearer ${simulator.sessionToken(domain)}` }
      await merchantOf(new Request(`http://localhost:${appPort}/app.data`, { headers }))
    },
    async saveRule(domain, rule) {
      await rules.saveRule(domain as ShopId, rule as Parameters<typeof rules.saveRule>[1], new Date())
      if (await publishWhatWaits(domain as ShopId)) await enqueue('publish', domain)
    },
    async deleteRule(domain, id) {
      const was = await rules.findRule(domain as ShopId, id as Parameters<typeof rules.findRule>[1])
      if (was) await rules.editRules(domain as ShopId, [{ id: was.id, was, is: null }], new Date())
      if (await publishWhatWaits(domain as ShopId)) await enqueue('publish', domain)
    },
    async saveMix(domain, mix) {
      await working.saveMix(domain as ShopId, mix as Parameters<typeof working.saveMix>[1])
      if (await publishWhatWaits(domain as ShopId)) await enqueue('publish', domain)
    },
    async saveBounds(domain, bounds) {
      await working.saveBounds(domain as ShopId, bounds as Parameters<typeof working.saveBounds>[1])
      if (await publishWhatWaits(domain as ShopId)) await enqueue('publish', domain)
    },
    async doJobs(domain, count, brokenOffAfter) {
      await askedForAll()
      const kinds: JobKind[] = []
      for (let kind; kinds.length < count && (kind = await takeJob(domain));) kinds.push(kind)
      const ending = new AbortController()
      const alarm = brokenOffAfter === undefined ? undefined : setTimeout(() => ending.abort(), brokenOffAfter)
      await Promise.all(kinds.map((kind) => doJob(kind, domain, ending.signal)))
      clearTimeout(alarm)
      return kinds.length
    },
  }
}
