import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { endAfterUs } from '../../../prisma/end-after-us.ts'
import { freePort } from '../../../prisma/free-port.ts'
import { aProduct, aWorld, anOrder } from '../../a/world.ts'
import { localEnvironment } from '../../running/app-processes.ts'
import { deliver } from '../../running/deliver.ts'
import { eventually } from '../../running/eventually.ts'
import { ownDisk, type OwnDisk } from '../../running/own-disk.ts'
import { aSyncedShop, type SyncedShop } from '../../running/synced-shop.ts'
import { atEnd } from '../../setup/at-end.ts'
import { alerts, fires, valuesOf } from './alerts.ts'

const products = [aProduct({ id: 1 }), aProduct({ id: 2 })]
const world = aWorld({ products, orders: [anOrder({ id: 1, of: products })] })
const DOMAIN = world.facts.domain

interface Watched {
  readonly url: string
  /** What it has told, as Prometheus reads it. */
  readonly told: () => Promise<string>
  readonly said: () => string
  /** Ends it as a fault would. */
  readonly kill: () => void
}

/** Another of the app's processes, which tells its figures. On a disk of its own it keeps what it keeps there, if that is said. */
async function watched(file: 'server.ts' | 'worker.ts', databaseUrl: string, shopPort: number, disk?: OwnDisk): Promise<Watched> {
  const [appPort, port] = [await freePort(), await freePort()]
  const [command = '', ...args] = [...(disk?.mounted ?? []), process.execPath, file]
  const child = spawn(command, args, {
    env: {
      ...process.env,
      ...localEnvironment({ databaseUrl, appPort, shopPort }),
      SNAPSHOT_FOLDER: disk?.folder ?? resolve(join('.data/test-logs/metrics', file)),
      METRICS_PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  endAfterUs(child, ['KILL'])
  atEnd(() => void child.kill('SIGKILL'))
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ask = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const told = () => ask().catch(() => '')
  await eventually(`${file} tells its figures`, async () => (await told()).includes('tandem_'))
  return { url: `http://127.0.0.1:${appPort}`, told, said: () => said, kill: () => void child.kill('SIGKILL') }
}

const [, JOB] = /job_name: (\w+)/.exec(readFileSync('deploy/prometheus/prometheus.yml', 'utf8'))!

/** What Prometheus knows once it has looked at some of the processes: what they tell, and of each whether it told anything. */
async function scrape(...targets: readonly Watched[]): Promise<string> {
  const told = await Promise.all(targets.map((one) => one.told()))
  return told.map((text) => `${text}\nup{job="${JOB}"} ${text === '' ? 0 : 1}`).join('\n')
}

let shop: SyncedShop
let web: Watched
beforeAll(async () => {
  shop = await aSyncedShop('metrics', world)
  // What waits is to go on waiting.
  await shop.app.kill('worker')
  web = await watched('server.ts', shop.databaseUrl, shop.shopPort)
})

const sql = (statement: string) => shop.database.query(statement)

describe('the figures change with what happens, and an alert is raised', () => {
  it('by none of them while all is well', async () => {
    const told = await scrape(web)
    expect([...alerts.keys()].filter((alert) => fires(alert, told))).toEqual([])
  })

  it('requests are counted by door and outcome, and each line of the log names its request', async () => {
    const count = async (labels: string) => valuesOf(await web.told(), 'tandem_request_seconds_count', labels)[0] ?? 0
    await fetch(`${web.url}/healthz`)
    await expect.poll(() => count('door="health",status="2xx"')).toBeGreaterThan(0)
    // A machine that is busy turns shoppers away before it looks who they are.
    const asked = () => fetch(`${web.url}/proxy/offers?shop=${DOMAIN}`).then(() => count('door="storefront",status="4xx"'))
    await expect.poll(asked).toBeGreaterThan(0)
    expect(await deliver(web.url, DOMAIN, 'products/update', { id: 'none' })).toBe(400)
    await expect.poll(() => web.said()).toMatch(/"requestId":"[0-9a-f-]{36}".*A signed delivery was refused/)
  })

  it('when webhooks stop, and when they are not applied', async () => {
    expect(await deliver(web.url, DOMAIN, 'app/scopes_update', { current: [] })).toBe(200)
    const told = await web.told()
    const last = valuesOf(told, 'tandem_last_delivery_timestamp_seconds')[0]!
    expect([fires('TandemWebhooksStopped', told, last + 86_000), fires('TandemWebhooksStopped', told, last + 87_000)]).toEqual([
      false,
      true,
    ])
    await sql(`UPDATE delivery SET received_at = now() - interval '1 hour' WHERE applied_at IS NULL`)
    expect(valuesOf(await web.told(), 'tandem_delivery_oldest_seconds')[0]).toBeGreaterThanOrEqual(3_600)
  })

  it('when a job waits', async () => {
    await sql(`INSERT INTO jobs.job (name, data, singleton_key, policy, start_after)
      VALUES ('lint', '{"shop": "${DOMAIN}"}', '${DOMAIN}', 'stately', now() - interval '31 minutes')`)
    const told = await web.told()
    expect(valuesOf(told, 'tandem_queue_waiting', 'kind="lint"')).toEqual([1])
    expect(fires('TandemQueueStuck', told)).toBe(true)
    // While another of its kind runs for the shop, it is not what is stuck.
    await sql(`INSERT INTO jobs.job (name, data, singleton_key, policy, state) VALUES ('lint', '{}', '${DOMAIN}', 'stately', 'active')`)
    expect(valuesOf(await web.told(), 'tandem_queue_waiting', 'kind="lint"')).toEqual([0])
    await sql(`DELETE FROM jobs.job WHERE name = 'lint' AND state = 'active'`)
  })

  it('when models and what was read grow old', async () => {
    await sql(`UPDATE model_snapshot SET trained_at = now() - interval '4 days'`)
    await sql(`UPDATE sync SET finished_at = now() - interval '3 days' WHERE kind = 'catalog'`)
    await sql(`UPDATE sync SET phase = 'failed' WHERE kind = 'orders'`)
    const told = await web.told()
    expect(fires('TandemModelStale', told)).toBe(true)
    expect(valuesOf(told, 'tandem_sync_age_seconds', 'kind="catalog"')[0]).toBeGreaterThanOrEqual(3 * 86_400)
    expect(valuesOf(told, 'tandem_sync_failed', 'kind="orders"')).toEqual([1])
  })

  it('when a disk is full', async () => {
    const told = await web.told()
    const [free] = valuesOf(told, 'tandem_snapshot_folder_free_ratio')
    expect(free).toBeGreaterThan(0)
    expect(free).toBeLessThanOrEqual(1)
    expect(fires('TandemDiskFull', told)).toBe(false)
    const [some, full] = [ownDisk(512), ownDisk(980)]
    if (!some || !full) return expect(fires('TandemDiskFull', told.replace(`ratio ${free}`, 'ratio 0.09'))).toBe(true)
    const on = async (disk: OwnDisk) => (await watched('server.ts', shop.databaseUrl, shop.shopPort, disk)).told()
    expect(valuesOf(await on(some), 'tandem_snapshot_folder_free_ratio')[0]).toBeCloseTo(0.5, 1)
    expect(fires('TandemDiskFull', await on(full))).toBe(true)
  })

  it('jobs are counted by kind and outcome where they are done, and name themselves in the log', async () => {
    const worker = await watched('worker.ts', shop.databaseUrl, shop.shopPort)
    const done = async () => valuesOf(await worker.told(), 'tandem_job_seconds_count', 'kind="lint",outcome="done"')[0] ?? 0
    await expect.poll(done).toBeGreaterThan(0)
    expect(worker.said()).toMatch(/"jobId":"[0-9a-f-]{36}".*"job":"lint".*Job done/)
    await eventually('what waited is done', async () => !fires('TandemQueueStuck', await web.told()))
  })

  it('when a process is down', async () => {
    const worker = await watched('worker.ts', shop.databaseUrl, shop.shopPort)
    expect(fires('TandemDown', await scrape(web, worker))).toBe(false)
    worker.kill()
    await eventually('its figures are missing', async () => fires('TandemDown', await scrape(web, worker)))
  })
})

it('a dashboard and alerts ask only for figures that there are, and each alert says what to do', async () => {
  const worker = await watched('worker.ts', shop.databaseUrl, shop.shopPort)
  const told = (await web.told()) + (await worker.told())
  const known = new Set([...told.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name!))
  const dashboard = JSON.parse(readFileSync('deploy/grafana.json', 'utf8')) as { panels: { targets: { expr: string }[] }[] }
  const asked = [...dashboard.panels.flatMap(({ targets }) => targets), ...alerts.values()].map(({ expr }) => expr)
  const names = new Set(
    asked
      .join(' ')
      .match(/\b(tandem|process)_\w+/g)
      ?.map((name) => name.replace(/_(count|bucket|sum)$/, '')),
  )
  expect([...names].filter((name) => !known.has(name))).toEqual([])
  // Nothing is told that nobody looks at.
  expect([...known].filter((name) => name.startsWith('tandem_') && !names.has(name))).toEqual([])
  const headings = readFileSync('docs/running.md', 'utf8').match(/^#+ .+$/gm)!
  const anchors = headings.map((heading) => heading.replace(/^#+ /, '').toLowerCase().replaceAll(' ', '-'))
  expect(alerts.size).toBe(5)
  for (const { annotations } of alerts.values()) expect(anchors).toContain(annotations.do.split('#')[1])
})

it('figures are told at no port that anybody outside reaches, and name no shop', async () => {
  for (const path of ['/metrics', '/proxy/metrics', '/apps/tandem/metrics', '/assets/metrics'])
    expect(await fetch(web.url + path).then((answer) => answer.text())).not.toContain('tandem_')
  expect(await web.told()).not.toContain(DOMAIN)
})

it('what the database does not tell is left out, and nothing else', async () => {
  const away = await watched('server.ts', 'postgresql://nobody@127.0.0.1:1/none', shop.shopPort)
  const told = await away.told()
  expect(valuesOf(told, 'tandem_queue_waiting')).toEqual([])
  expect(valuesOf(told, 'tandem_model_age_seconds')).toEqual([])
  expect(valuesOf(told, 'process_resident_memory_bytes')).toHaveLength(1)
})
