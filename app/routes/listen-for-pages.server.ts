import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import { createReadableStreamFromReadable, writeReadableStreamToWritable, type AppLoadContext } from '@remix-run/node'
import express, { type Express, type NextFunction, type Request as Incoming, type Response as Outgoing } from 'express'
import { readShopId } from '#app/commerce/ids.ts'
import { env } from '#app/platform/env.server.ts'
import { acceptedEncoding } from '#app/platform/http/accepted-encoding.ts'
import { isCompressible } from '#app/platform/http/compressible.ts'
import { contentPolicy } from '#app/platform/http/content-policy.ts'
import { sendCompressed } from '#app/platform/http/send-compressed.server.ts'
import { inLogContext } from '#app/platform/log-context.server.ts'
import { log } from '#app/platform/log.server.ts'
import { inSpan, openSpan } from '#app/platform/traces/trace.server.ts'

const { origin: ORIGIN } = new URL(env.SHOPIFY_APP_URL)
const LOCAL = { localShopUrl: env.LOCAL_SHOP_URL, appBridgeUrl: env.APP_BRIDGE_URL }

interface Pages {
  readonly draw: (request: Request, context: AppLoadContext) => Promise<Response>
  /** Resolves once all that was begun for a request is over. */
  readonly isOver: () => Promise<unknown>
  /** Hears of each request that is over. */
  readonly done: () => void
}

/** The admin's pages as an Express application: each is drawn, compressed for whom that is well, and guarded. */
export function listenForPages({ draw, isOver, done }: Pages): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use((incoming, outgoing, next) => {
    const request = toRequest(incoming, outgoing)
    guard(request.url, outgoing)
    const nonce = randomBytes(16).toString('base64')
    // The web process numbers what it passes on.
    const requestId = String(incoming.headers['x-request-id'])
    const span = openSpan('draw', 'part', {}, incoming.headers['traceparent']?.toString())
    inLogContext({ requestId, ...(span && { traceId: span.traceId }) }, () => inSpan(span, () => draw(request, { nonce })))
      .then((response) => send(response, request, outgoing, nonce))
      .catch(next)
      .finally(isOver)
      .finally(() => span?.end())
      .finally(done)
  })
  app.use((error: Error, incoming: Incoming, outgoing: Outgoing, next: NextFunction) => {
    if (outgoing.destroyed) return
    log.error({ why: error.message, path: incoming.path }, 'A request failed')
    if (outgoing.headersSent) return next(error)
    outgoing.status(500).type('text/plain').send('Something went wrong on our side. Please try again.')
  })
  return app
}

/** Our own address, whatever the caller's Host header claims, is where a request was sent. */
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

async function send(response: Response, request: Request, outgoing: Outgoing, nonce: string): Promise<void> {
  outgoing.status(response.status)
  for (const [name, value] of response.headers) outgoing.append(name, value)
  guard(request.url, outgoing, nonce)
  const { headers } = outgoing.req
  const isText = isCompressible(response.headers.get('content-type'))
  if (isText) outgoing.vary('Accept-Encoding')
  const encoding = acceptedEncoding([headers['accept-encoding'] ?? []].flat().join())
  if (response.body && isText && encoding) {
    outgoing.removeHeader('Content-Length')
    outgoing.set('Content-Encoding', encoding)
    await sendCompressed(response.body, encoding, outgoing)
  } else if (response.body) await writeReadableStreamToWritable(response.body, outgoing)
  else outgoing.end()
}

/** What every answer carries, an error as well: who may frame it and what runs in it, that it is what it says it is, and that nobody keeps it. */
function guard(url: string, outgoing: Outgoing, nonce?: string): void {
  const shop = readShopId(new URL(url).searchParams.get('shop'))
  outgoing.set('Content-Security-Policy', contentPolicy({ shop, ...(nonce && { nonce }), ...LOCAL }))
  outgoing.set('X-Content-Type-Options', 'nosniff')
  outgoing.set('Cache-Control', 'private, no-store')
  outgoing.set('Referrer-Policy', 'strict-origin-when-cross-origin')
  if (ORIGIN.startsWith('https:')) outgoing.set('Strict-Transport-Security', 'max-age=31536000')
}
