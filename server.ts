import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { openAdminProcesses } from '#app/front/admin-processes.server.ts'
import {
  BODY_WITHIN,
  BYTES_FOR_ONE,
  HEAD_WITHIN,
  IDLE,
  MOST_CONNECTIONS,
  NETWORK_RATE,
  NETWORK_EVENT_RATE,
  PAGE_RATE,
  READ_AHEAD,
  SHOP_EVENT_RATE,
  SHOPPER_RATE,
} from '#app/front/bounds.ts'
import { closeWhatNeverEnds } from '#app/front/close-what-never-ends.server.ts'
import { listenForAdmin } from '#app/front/listen-for-admin.server.ts'
import { listenForAssets } from '#app/front/listen-for-assets.server.ts'
import { listenForHealth } from '#app/front/listen-for-health.server.ts'
import { watchRequest } from '#app/front/watch-requests.server.ts'
import { askedForAll } from '#app/jobs/apply-soon.server.ts'
import { followModels } from '#app/models/snapshot/follow-models.server.ts'
import { recordSignedTime } from '#app/platform/clock.server.ts'
import { endInOrder } from '#app/platform/end-process.server.ts'
import { API_SECRETS, env } from '#app/platform/env.server.ts'
import { answerPlainly, turnAway } from '#app/platform/http/answer-plainly.server.ts'
import { callerAddress, networkOf } from '#app/platform/http/caller-address.ts'
import { closeServer } from '#app/platform/http/close-server.server.ts'
import { ALLOW, isKnownMethod } from '#app/platform/http/known-method.ts'
import { limitRate } from '#app/platform/http/rate-limit.ts'
import { log } from '#app/platform/log.server.ts'
import { gaugeOf } from '#app/platform/metrics/registry.server.ts'
import { serveMetrics } from '#app/platform/metrics/serve-metrics.server.ts'
import { speakThroughLog } from '#app/platform/speak-through-log.server.ts'
import { openTraces } from '#app/platform/traces/trace.server.ts'
import { closeQueue } from '#app/queue/queue.server.ts'
import { listenForEvents } from '#app/routes/events.server.ts'
import { exposeShopGauges } from '#app/routes/metrics.server.ts'
import { listenForWebhooks } from '#app/routes/webhooks.server.ts'
import { readCardMarkup } from '#app/serve/card-markup.server.ts'
import { listenAtDoor } from '#app/serve/listen.server.ts'
import { CUSTOMERS } from '#app/serve/snapshots/customer-snapshot.server.ts'
import { followSnapshots } from '#app/serve/snapshots/follow-snapshots.server.ts'
import { shareMemory } from '#app/serve/snapshots/memory-budget.server.ts'
import { OFFERABLE } from '#app/serve/snapshots/offerable-snapshot.server.ts'
import { PUBLISHED } from '#app/serve/snapshots/published-snapshot.server.ts'
import { keepSnapshots, type CachedSnapshot, type SnapshotKind, type Snapshots } from '#app/serve/snapshots/snapshot.server.ts'
import { watchLateness } from '#app/serve/watch-lateness.server.ts'
import { sealStoredTokens } from '#app/shopify/access/seal-stored-tokens.server.ts'
import { checkClock } from '#app/shopify/check-clock.server.ts'

/**
 * The web process: the storefront's door and that of Shopify's webhooks. The admin is drawn by processes of its own, so that no page
 * of a merchant's ever keeps a shopper or Shopify waiting.
 */
speakThroughLog()
await openTraces('tandem-web')

/** Bytes of memory for what storefronts are served, of all shops together; the others lie in files. */
const MOST_SNAPSHOT_BYTES = 256_000_000

const byNetwork = ({ perSecond, burst }: { perSecond: number; burst: number }) => limitRate(perSecond, burst, Date.now)
const networkRate = byNetwork(NETWORK_RATE)
const pageRate = byNetwork(PAGE_RATE)
// Whoever asks for pages alone uses up nothing of what Shopify's deliveries may cost.
const deliveryRate = byNetwork(NETWORK_RATE)
const network = ({ headers, socket }: IncomingMessage): string =>
  networkOf(callerAddress([headers['x-forwarded-for'] ?? []].flat().join(), socket.remoteAddress, env.TRUSTED_PROXIES))
const allowNetwork = (incoming: IncomingMessage): boolean => networkRate(network(incoming), 1)
/** What a request costs before anybody knows whose it is. */
const firstCost = ({ headers }: IncomingMessage): number => 1 + Math.floor((Number(headers['content-length']) || 0) / BYTES_FOR_ONE)

const ending = new AbortController()
const memory = shareMemory(MOST_SNAPSHOT_BYTES)
const keep = <Snapshot extends CachedSnapshot>(kind: SnapshotKind<Snapshot>): Snapshots<Snapshot> =>
  keepSnapshots(kind, env.SNAPSHOT_FOLDER, memory, (shop, version, why) =>
    log.error({ shop, version, why }, `${kind.name} was refused as a file; it is fetched anew`),
  )
const [published, offerable, customers] = [keep(PUBLISHED), keep(OFFERABLE), keep(CUSTOMERS)]
const processes = await openAdminProcesses(env.HEAVY_PAGE_MB)
const door = listenAtDoor({
  secrets: API_SECRETS,
  published,
  offerable,
  customers,
  markupIn: readCardMarkup(),
  allowShop: limitRate(SHOPPER_RATE.perSecond, SHOPPER_RATE.burst, Date.now),
  isLate: watchLateness(),
  refusedForTime: recordSignedTime,
})
const webhooks = listenForWebhooks(network, (incoming) => deliveryRate(network(incoming), firstCost(incoming)))
const events = listenForEvents(network, {
  allowNetwork: byNetwork(NETWORK_EVENT_RATE),
  allowShop: limitRate(SHOP_EVENT_RATE.perSecond, SHOP_EVENT_RATE.burst, Date.now),
})
const health = listenForHealth(processes.isReady, allowNetwork, ending.signal)
const assets = listenForAssets()
const admin = listenForAdmin({
  key: env.SHOPIFY_API_KEY,
  secrets: API_SECRETS,
  processes,
  heavy: env.HEAVY_PAGES,
  heavyWithin: env.HEAVY_PAGE_SECONDS * 1_000,
  allowPage: (incoming) => pageRate(network(incoming), 1),
  networkOf: network,
})

function answer(incoming: IncomingMessage, outgoing: ServerResponse): void {
  closeWhatNeverEnds(incoming, outgoing)
  // Who keeps a connection open would otherwise go on asking a process that is to end.
  if (ending.signal.aborted) outgoing.setHeader('Connection', 'close')
  if (door(incoming, outgoing) || webhooks(incoming, outgoing) || events(incoming, outgoing)) return
  const { url = '', method } = incoming
  // A null character is in no address of ours, and no database takes one.
  const isSound = url.startsWith('/') && !url.includes('%00') && URL.canParse(env.SHOPIFY_APP_URL + url)
  if (!isSound) return answerPlainly(outgoing, 400, 'There is no such address')
  if (!isKnownMethod(method)) return answerPlainly(outgoing, 405, 'Nothing here is asked in this way', { allow: ALLOW })
  if (health(incoming, outgoing)) return
  const shop = admin.shopOf(incoming)
  // A shop has a rate of its own, whoever else asks from where its staff sits.
  if (!shop && !allowNetwork(incoming)) return turnAway(outgoing)
  assets(incoming, outgoing, () => {
    admin.answer(incoming, outgoing, shop).catch((error: Error) => {
      log.error({ why: error.message }, 'A request could not be passed on')
      answerPlainly(outgoing, 503, 'The page could not be drawn. Please try again in a moment.')
    })
  })
}

const server = createServer(
  { headersTimeout: HEAD_WITHIN, requestTimeout: BODY_WITHIN, keepAliveTimeout: IDLE, highWaterMark: READ_AHEAD },
  (incoming, outgoing) => watchRequest(incoming, outgoing, () => answer(incoming, outgoing)),
)
server.maxConnections = MOST_CONNECTIONS
server.listen(env.PORT, env.HOST)
await once(server, 'listening')
log.info({ port: env.PORT, url: env.SHOPIFY_APP_URL }, 'The web process listens')

exposeShopGauges()
gaugeOf('tandem_snapshot_memory_bytes', 'What storefronts are served, as far as it is held in memory', () => [
  { value: memory.calculatedSize },
])
gaugeOf('tandem_admin_memory_bytes', 'What the processes that draw the admin’s pages last took, together', () => [
  { value: processes.rss() },
])
serveMetrics()

const following = Promise.all([
  followSnapshots(env.SNAPSHOT_FOLDER, [published, offerable, customers], ending.signal),
  followModels(ending.signal),
  sealStoredTokens(ending.signal),
  checkClock(ending.signal),
])

endInOrder(async () => {
  ending.abort()
  await wait(env.DRAIN_SECONDS * 1_000)
  await closeServer(server)
  await Promise.all([following, processes.stop(), askedForAll()])
  await closeQueue()
})
