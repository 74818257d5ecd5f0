import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

/**
 * Answers HTTP with a function from Request to Response; bodies are streamed both ways. The request's signal says that its
 * connection is gone. `Response.error()` resets the connection.
 */
export async function listen(port: number, host: string, answer: (request: Request) => Promise<Response>): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing, answer).catch((error: Error) => {
      console.error(`Local shop: ${incoming.method} ${incoming.url}: ${error.stack ?? error.message}`)
      if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
      outgoing.end('The local shop failed; its terminal says why.')
    })
  })
  // Nobody is cut off for being silent: who stood still for a while would ask on a connection that is just being closed.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is in use by another program`) : error),
    )
    server.listen(port, host, resolve)
  })
  return server
}

/** Ends the server and what is still connected to it. */
export async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}

async function handle(incoming: IncomingMessage, outgoing: ServerResponse, answer: (request: Request) => Promise<Response>): Promise<void> {
  const gone = new AbortController()
  outgoing.once('close', () => gone.abort())
  const response = await answer(toRequest(incoming, gone.signal)).catch((error: Error) => {
    // Whoever asked has gone away in the middle of asking; nothing is wrong here, nor below.
    if (gone.signal.aborted) return Response.error()
    throw error
  })
  if (response.type === 'error') return void incoming.socket.resetAndDestroy()
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies)
  if (!response.body || incoming.method === 'HEAD') return void outgoing.end()
  if (outgoing.destroyed) return
  await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing).catch((error: NodeJS.ErrnoException) => {
    if (!['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'].includes(error.code ?? '')) throw error
  })
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) for (const one of [value ?? []].flat()) headers.append(name, one)
  // Whatever a visitor says of it.
  headers.set('x-forwarded-for', incoming.socket.remoteAddress ?? '')
  const method = incoming.method ?? 'GET'
  const body = method === 'GET' || method === 'HEAD' ? null : (Readable.toWeb(incoming) as ReadableStream as globalThis.ReadableStream)
  return new Request(`http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`, {
    method,
    headers,
    body,
    signal,
    ...(body && { duplex: 'half' }),
  })
}
