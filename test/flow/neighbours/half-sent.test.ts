import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../../a/world.ts'
import { deliver } from '../../running/deliver.ts'
import { aSyncedShop, type SyncedShop } from '../../running/synced-shop.ts'
import { asMerchant } from './ask-page.ts'
import { within } from './within.ts'

const world = aWorld({ products: [aProduct({ id: 1 }), aProduct({ id: 2 })] })
const SHOP = world.facts.domain
const MANY = 200
const MEGABYTE = 1_000_000

let running: SyncedShop
beforeAll(async () => {
  running = await aSyncedShop('half-sent', world)
})

/** What the web process has of memory. */
const residentMegabytes = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${running.app.pid()}/status`, 'utf8'))![1]) / 1_000

interface Half {
  readonly socket: Socket
  isClosed: boolean
}

/** Begins to send a body of so many bytes as are stated, and never ends it. */
function sendHalf(path: string, headers: Readonly<Record<string, string>>, stated: number, sent: Buffer): Half {
  const socket = connect(Number(new URL(running.app.url).port), '127.0.0.1')
  const half: Half = { socket, isClosed: false }
  socket.on('error', () => {})
  socket.once('close', () => (half.isClosed = true))
  // What is answered is read: a socket whose answer lies unread is not heard to be closed.
  socket.resume()
  const lines = Object.entries({ host: 'localhost', 'content-length': String(stated), ...headers }).map((line) => line.join(': '))
  socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
  socket.write(sent)
  return half
}

async function untilClosed(halves: readonly Half[], most: number): Promise<void> {
  while (halves.filter(({ isClosed }) => !isClosed).length > most) await new Promise((go) => setTimeout(go, 100))
}

const ORDER = { id: 1, currency: 'EUR', created_at: '2026-11-01T10:00:00Z', updated_at: '2026-11-01T10:00:00Z', line_items: [] }
const signature = createHash('sha256').update('anything').digest('base64')

it.each([
  // All are closed as soon as Shopify would give up.
  [
    '/webhooks',
    () => ({ 'content-type': 'application/json', 'x-shopify-hmac-sha256': signature, 'x-shopify-shop-domain': SHOP }),
    4.9,
    4.5,
    0,
  ],
  // Those that wait until the shop's others have come are read by and by.
  ['/app/import/csv', () => ({ ...asMerchant(running, SHOP), 'content-type': 'text/csv' }), 49, 4.5, 54],
] as const)('bodies that never end, sent to %s, hold little and not for long', async (path, headers, stated, sent, most) => {
  const before = residentMegabytes()
  // One for all: what takes long here is not to be waited for there.
  const bytes = Buffer.alloc(sent * MEGABYTE, ' ')
  const halves = Array.from({ length: MANY }, () => sendHalf(path, headers(), stated * MEGABYTE, bytes))
  try {
    let largest = 0
    for (let time = 0; time < 8; time += 1) {
      expect(await within(5, 'A true delivery', deliver(running.app.url, SHOP, 'orders/updated', ORDER))).toBe(200)
      largest = Math.max(largest, residentMegabytes())
      await new Promise((go) => setTimeout(go, 250))
    }
    expect(largest - before).toBeLessThan(150)
    await within(30, `The end of all but ${most}`, untilClosed(halves, most))
  } finally {
    for (const { socket } of halves) socket.destroy()
  }
})
