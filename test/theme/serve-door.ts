import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Door } from '../simulator/door.ts'
import type { ShopState } from '../simulator/state/shop-state.ts'

/** Puts a door on a free port of this machine. */
export async function serveDoor(door: Door, shop: ShopState): Promise<{ readonly address: string; close(): void }> {
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const response = (await door(await readRequest(incoming), shop)) ?? new Response(null, { status: 404 })
    for (const [name, value] of response.headers) outgoing.appendHeader(name, value)
    outgoing.writeHead(response.status).end(Buffer.from(await response.arrayBuffer()))
  }
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => outgoing.writeHead(500).end(String(error)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/', headers } = incoming
  const words = Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string])
  const body = method === 'GET' ? null : await buffer(incoming)
  return new Request(new URL(url, `http://${headers.host}`), { method, headers: words, body })
}
