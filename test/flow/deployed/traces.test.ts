import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { endAfterUs } from '../../../prisma/end-after-us.ts'
import { freePort } from '../../../prisma/free-port.ts'
import { aProduct, aWorld } from '../../a/world.ts'
import { localEnvironment } from '../../running/app-processes.ts'
import { deliver } from '../../running/deliver.ts'
import { eventually } from '../../running/eventually.ts'
import { readPage } from '../../running/merchant.ts'
import { sendRequest } from '../../running/send-request.ts'
import { signedAsk } from '../../running/signed-ask.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'
import { atEnd } from '../../setup/at-end.ts'

const world = aWorld({ products: [aProduct({ id: 1 })] })
const DOMAIN = world.facts.domain
const CUSTOMER = '7012345'
const STRANGER = `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`

/** As if the packages were not installed. */
const HIDDEN = `import { registerHooks } from 'node:module'
  registerHooks({ resolve(name, context, next) {
    if (/^@opentelemetry.(?!api)/.test(name)) throw new Error('OpenTelemetry is not there')
    return next(name, context)
  } })`
const WITHOUT_PACKAGES = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(HIDDEN)}` }

interface Told {
  readonly service: string
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly traits: Readonly<Record<string, unknown>>
}

type Traits = { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[]
interface Export {
  readonly resourceSpans: {
    readonly resource: { readonly attributes: Traits }
    readonly scopeSpans: { readonly spans: (Omit<Told, 'service' | 'traits'> & { readonly attributes: Traits })[] }[]
  }[]
}

const traitsOf = (traits: Traits) => Object.fromEntries(traits.map(({ key, value }) => [key, Object.values(value)[0]]))

/** A collector that remembers what it was told. */
async function collector(status = 200) {
  const bodies: string[] = []
  const server = createServer((incoming, outgoing) => {
    void text(incoming).then((body) => {
      if (incoming.url === '/v1/traces') bodies.push(body)
      outgoing.writeHead(status, { 'content-type': 'application/json' }).end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  atEnd(() => void server.close())
  const spans = (): Told[] =>
    bodies
      .flatMap((body) => (JSON.parse(body) as Export).resourceSpans)
      .flatMap(({ resource, scopeSpans }) =>
        scopeSpans.flatMap((scope) =>
          scope.spans.map(({ attributes, ...span }) => ({
            ...span,
            service: String(traitsOf(resource.attributes)['service.name']),
            traits: traitsOf(attributes),
          })),
        ),
      )
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies, spans }
}

const shop = await aSyncedShop('traces', world)
await shop.app.stop()

/** One of the app's processes beside the shop, at the address that the shop knows. */
function started(file: 'server.ts' | 'worker.ts', settings: Readonly<Record<string, string>>) {
  const appPort = Number(new URL(shop.app.url).port)
  const child = spawn(process.execPath, [file], {
    env: {
      ...process.env,
      ...localEnvironment({ databaseUrl: shop.databaseUrl, appPort, shopPort: shop.shopPort }),
      SNAPSHOT_FOLDER: resolve(join('.data/test-logs/traces/published')),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  endAfterUs(child, ['KILL'])
  atEnd(() => void child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (line: string) => (said += line))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return { said: () => said, ended, end: () => (child.kill('SIGTERM'), ended) }
}

const isReady = () =>
  fetch(`${shop.app.url}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )

it('a collector is told of requests, of the jobs they ask for and of what these ask the database, and of nobody', async () => {
  const { url, bodies, spans } = await collector()
  const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: url }
  const [web, worker] = [started('server.ts', settings), started('worker.ts', settings)]
  await eventually('the web process is ready', isReady)
  const ask = () =>
    sendRequest(shop.app.url, signedAsk(DOMAIN, { logged_in_customer_id: CUSTOMER, product: '1' }), { headers: { traceparent: STRANGER } })
  await eventually('a shopper is answered', async () => (await ask()).status === 200)
  await sendRequest(shop.app.url, `/ada@example.com/${CUSTOMER}?email=ada@example.com`)
  await readPage(shop.simulator, shop.app.url, DOMAIN, '/history')
  expect(await deliver(shop.app.url, DOMAIN, 'app/scopes_update', { current: [] })).toBe(200)
  await shop.quiet()
  expect([await web.end(), await worker.end()]).toEqual([0, 0])

  const told = spans()
  const the = (name: string) => told.find((span) => span.name === name)!
  const asked = told.findLast(({ name }) => name === 'GET /proxy/offers')
  expect(asked).toMatchObject({
    service: 'tandem-web',
    traits: { 'http.response.status_code': 200, 'http.route': '/proxy/offers', 'tandem.door': 'storefront' },
  })
  const delivered = the('POST /webhooks')
  const job = told.find(({ name, traceId }) => name === 'job apply' && traceId === delivered.traceId)
  expect(job).toMatchObject({ service: 'tandem-worker', traits: { 'tandem.job': 'apply', 'tandem.outcome': 'done' } })
  expect(worker.said()).toContain(`"traceId":"${delivered.traceId}"`)
  expect(told.filter(({ parentSpanId }) => parentSpanId === job!.spanId).map(({ name }) => name)).toContain('SELECT delivery')
  const page = told.find(({ name }) => name === 'GET /app/history')!
  expect(told.find(({ parentSpanId }) => parentSpanId === page.spanId)).toMatchObject({ service: 'tandem-admin', name: 'draw' })
  expect(told.map(({ name }) => name)).not.toContain('GET /readyz')

  const all = bodies.join()
  for (const private_ of [DOMAIN, CUSTOMER, 'ada@example.com', 'shop=', 'ab'.repeat(16)]) expect(all).not.toContain(private_)
})

it('a collector that is away, or refuses what it is told, keeps nobody waiting, and the log says so', async () => {
  const refusing = await collector(401)
  for (const url of [`http://127.0.0.1:${await freePort()}`, refusing.url]) {
    const web = started('server.ts', { OTEL_EXPORTER_OTLP_ENDPOINT: url })
    await eventually('the web process is ready', isReady)
    await sendRequest(shop.app.url, signedAsk(DOMAIN, { product: '1' }))
    expect(await web.end()).toBe(0)
    if (url === refusing.url) expect(web.said()).toContain('Traces cannot be told')
  }
})

it('where none is named nothing of OpenTelemetry is loaded', async () => {
  const [web, worker] = [started('server.ts', WITHOUT_PACKAGES), started('worker.ts', WITHOUT_PACKAGES)]
  await eventually('the web process is ready', isReady)
  expect((await readPage(shop.simulator, shop.app.url, DOMAIN, '/history')).includes('<html')).toBe(true)
  await eventually('the worker waits for jobs', () => worker.said().includes('The worker waits for jobs'))
  expect([await web.end(), await worker.end()]).toEqual([0, 0])
  const told = started('server.ts', { ...WITHOUT_PACKAGES, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' })
  expect(await told.ended).toBe(1)
  expect(told.said()).toContain('OpenTelemetry is not there')
})
