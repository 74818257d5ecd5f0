import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Readable } from 'node:stream'
import { createReadableStreamFromReadable, createRequestHandler, writeReadableStreamToWritable, type ServerBuild } from '@remix-run/node'
import express, { type Request as Incoming, type Response as Outgoing } from 'express'
import { readShopId } from '#app/commerce/ids.ts'
import { pool, prisma } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { frameAncestors } from '#app/frame-ancestors.ts'
import { closeQueue } from '#app/jobs/queue.server.ts'
import { log } from '#app/log.server.ts'

/** The web process: Shopify's admin and its webhooks. Everything behind it is Remix's. */
const build = (await import(new URL('build/server/index.js', import.meta.url).href)) as ServerBuild
const answer = createRequestHandler(build, env.NODE_ENV)

/** Our own address, not what the caller's Host header claims, is where a request was sent. */
function toRequest(incoming: Incoming, outgoing: Outgoing): Request {
  const aborted = new AbortController()
  outgoing.on('close', () => outgoing.writableFinished || aborted.abort())
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) for (const one of [value ?? []].flat()) headers.append(name, one)
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
  return new Request(new URL(incoming.originalUrl, env.SHOPIFY_APP_URL), {
    method: incoming.method,
    headers,
    signal: aborted.signal,
    ...(hasBody && { body: createReadableStreamFromReadable(incoming as Readable), duplex: 'half' }),
  })
}

async function send(response: Response, request: Request, outgoing: Outgoing): Promise<void> {
  outgoing.status(response.status)
  for (const [name, value] of response.headers) outgoing.append(name, value)
  const shop = readShopId(new URL(request.url).searchParams.get('shop'))
  outgoing.set('Content-Security-Policy', frameAncestors(shop, env.LOCAL_SHOP_URL))
  if (response.body) await writeReadableStreamToWritable(response.body, outgoing)
  else outgoing.end()
}

const app = express()
app.disable('x-powered-by')
app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y' }))
app.use(express.static('build/client', { maxAge: '1h' }))
app.use((incoming, outgoing, next) => {
  const request = toRequest(incoming, outgoing)
  answer(request)
    .then((response) => send(response, request, outgoing))
    .catch(next)
})

const server = createServer(app)
server.listen(env.PORT, env.HOST)
await once(server, 'listening')
log.info({ port: env.PORT, url: env.SHOPIFY_APP_URL }, 'The web process listens')

async function stop(): Promise<void> {
  server.close()
  server.closeIdleConnections()
  await closeQueue()
  await prisma.$disconnect()
  await pool.end()
  process.exit(0)
}
process.once('SIGTERM', () => void stop())
process.once('SIGINT', () => void stop())
// Where another process started this one and holds its line, it does not outlive it.
process.once('disconnect', () => void stop())
