import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { createReadableStreamFromReadable, createRequestHandler, writeReadableStreamToWritable, type ServerBuild } from '@remix-run/node'
import express, { type NextFunction, type Request as Incoming, type Response as Outgoing } from 'express'
import { callerAddress, networkOf } from '#app/caller-address.ts'
import { readShopId } from '#app/commerce/ids.ts'
import { endInOrder } from '#app/end-process.server.ts'
import { env } from '#app/env.server.ts'
import { frameAncestors } from '#app/frame-ancestors.ts'
import { closeQueue } from '#app/jobs/queue.server.ts'
import { ALLOW, isKnownMethod } from '#app/known-method.ts'
import { log } from '#app/log.server.ts'
import { followModels } from '#app/models/follow-models.server.ts'
import { limitRate } from '#app/rate-limit.ts'
import { listenForWebhooks } from '#app/routes/webhooks.server.ts'
import { sealStoredTokens } from '#app/seal-stored-tokens.server.ts'
import { followPublished } from '#app/serve/follow-published.server.ts'
import { listenAtDoor } from '#app/serve/listen.server.ts'
import { keepSnapshots } from '#app/serve/snapshot.server.ts'
import { speakThroughLog } from '#app/speak-through-log.server.ts'

/** The web process: the storefront's door, that of Shopify's webhooks, and beside them the admin, which is Remix's. */
speakThroughLog()
const build = (await import(new URL('build/server/index.js', import.meta.url).href)) as ServerBuild
const answer = createRequestHandler(build, env.NODE_ENV)

const { origin: ORIGIN } = new URL(env.SHOPIFY_APP_URL)

/** Milliseconds that a request under way may still take when the process is to end. */
const GRACE = 10_000
/** Milliseconds that a connection may lie idle: longer than any proxy keeps one, lest it asks on what is just being closed. */
const IDLE = 75_000
/** Bytes of memory for what is published, of all shops together; the others lie in files. */
const MOST_SNAPSHOT_BYTES = 256_000_000

/** More than a busy shop's visitors ask for. */
const allowShop = limitRate(500, 2_000, Date.now)
/** More than Shopify's webhooks bring at their busiest, and a burst of them at once. */
const allowNetwork = limitRate(1_000, 10_000, Date.now)

const snapshots = keepSnapshots(env.SNAPSHOT_FOLDER, MOST_SNAPSHOT_BYTES, (shop, version, why) =>
  log.error({ shop, version, why }, 'A published snapshot’s file was refused; it is fetched anew'),
)
const allow = ({ headers, socket }: IncomingMessage): boolean =>
  allowNetwork(networkOf(callerAddress([headers['x-forwarded-for'] ?? []].flat().join(), socket.remoteAddress, env.TRUSTED_PROXIES)))
const webhooks = listenForWebhooks(allow)
const door = listenAtDoor({ secret: env.SHOPIFY_API_SECRET, snapshots, allowShop })

/** Our own address, whatever the caller's Host header or an address in place of a path may claim, is where a request was sent. */
function addressOf({ originalUrl }: Incoming): string {
  return ORIGIN + originalUrl
}

function toRequest(incoming: Incoming, outgoing: Outgoing): Request {
  const aborted = new AbortController()
  outgoing.on('close', () => outgoing.writableFinished || aborted.abort())
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) for (const one of [value ?? []].flat()) headers.append(name, one)
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
  return new Request(addressOf(incoming), {
    method: incoming.method,
    headers,
    signal: aborted.signal,
    ...(hasBody && { body: createReadableStreamFromReadable(incoming as Readable), duplex: 'half' }),
  })
}

async function send(response: Response, request: Request, outgoing: Outgoing): Promise<void> {
  outgoing.status(response.status)
  for (const [name, value] of response.headers) outgoing.append(name, value)
  guard(request.url, outgoing)
  if (response.body) await writeReadableStreamToWritable(response.body, outgoing)
  else outgoing.end()
}

/** What every answer carries, an error as well: who may frame it, that it is what it says it is, and that nobody keeps it. */
function guard(url: string, outgoing: Outgoing): void {
  const shop = readShopId(new URL(url).searchParams.get('shop'))
  outgoing.set('Content-Security-Policy', frameAncestors(shop, env.LOCAL_SHOP_URL))
  outgoing.set('X-Content-Type-Options', 'nosniff')
  outgoing.set('Cache-Control', 'private, no-store')
  outgoing.set('Referrer-Policy', 'strict-origin-when-cross-origin')
  if (ORIGIN.startsWith('https:')) outgoing.set('Strict-Transport-Security', 'max-age=31536000')
}

const app = express()
app.disable('x-powered-by')
app.use((incoming, outgoing, next) => {
  // A null character is in no address of ours, and no database takes one.
  const isSound = incoming.originalUrl.startsWith('/') && !incoming.originalUrl.includes('%00')
  if (!isSound || !URL.canParse(addressOf(incoming))) {
    guard(ORIGIN, outgoing)
    return void outgoing.status(400).type('text/plain').send('There is no such address')
  }
  guard(addressOf(incoming), outgoing)
  if (!isKnownMethod(incoming.method))
    return void outgoing.status(405).set('Allow', ALLOW).type('text/plain').send('Nothing here is asked in this way')
  if (allow(incoming)) return next()
  outgoing.status(429).set('Retry-After', '1').type('text/plain').send('Too many requests')
})
/** What was built is the same for everybody: it is kept as long as the other options say. */
const setHeaders = (outgoing: ServerResponse) => outgoing.removeHeader('Cache-Control')
app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y', setHeaders }))
app.use(express.static('build/client', { maxAge: '1h', setHeaders }))
app.use((incoming, outgoing, next) => {
  const request = toRequest(incoming, outgoing)
  answer(request)
    .then((response) => send(response, request, outgoing))
    .catch(next)
})
app.use((error: Error, incoming: Incoming, outgoing: Outgoing, next: NextFunction) => {
  log.error({ why: error.message, path: incoming.path }, 'A request failed')
  if (outgoing.headersSent) return next(error)
  outgoing.status(500).type('text/plain').send('Something went wrong on our side. Please try again.')
})

const ending = new AbortController()
const server = createServer((incoming, outgoing) => {
  // Who keeps a connection open would otherwise go on asking a process that is to end.
  if (ending.signal.aborted) outgoing.setHeader('Connection', 'close')
  if (!door(incoming, outgoing) && !webhooks(incoming, outgoing)) app(incoming, outgoing)
})
server.keepAliveTimeout = IDLE
server.listen(env.PORT, env.HOST)
await once(server, 'listening')
log.info({ port: env.PORT, url: env.SHOPIFY_APP_URL }, 'The web process listens')

const following = Promise.all([
  followPublished(env.SNAPSHOT_FOLDER, snapshots, ending.signal),
  followModels(ending.signal),
  sealStoredTokens(ending.signal),
])

endInOrder(async () => {
  ending.abort()
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const tooLong = setTimeout(() => server.closeAllConnections(), GRACE)
  await closed
  clearTimeout(tooLong)
  await following
  await closeQueue()
})
