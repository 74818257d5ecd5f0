import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

/**
 * The least that a storefront's answer can cost: node's HTTP server, the app proxy's signature checked, so many bytes of JSON.
 * `PORT SECRET BYTES`.
 */
const [port, secret, bytes] = process.argv.slice(2) as [string, string, string]
const body = Buffer.from(JSON.stringify({ v: 1, cards: 'x'.repeat(Number(bytes) - 18) }))

/** Whether `signature` is the hex HMAC-SHA256 of the other parameters, sorted, joined with nothing, no older than 90 s. */
function isSigned(query: string): boolean {
  const pairs = new Map<string, string>()
  for (const [key, value] of new URLSearchParams(query)) {
    if (pairs.has(key)) return false
    pairs.set(key, value)
  }
  const given = Buffer.from(pairs.get('signature') ?? '', 'hex')
  pairs.delete('signature')
  if (!(Math.abs(Date.now() / 1000 - Number(pairs.get('timestamp') ?? Number.NaN)) <= 90)) return false
  const text = Array.from(pairs, (pair) => pair.join('='))
    .sort()
    .join('')
  const made = createHmac('sha256', secret).update(text).digest()
  return given.length === made.length && timingSafeEqual(given, made)
}

createServer(({ url = '' }, outgoing) => {
  if (!isSigned(url.slice(url.indexOf('?') + 1))) return void outgoing.writeHead(401).end()
  outgoing.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length }).end(body)
}).listen(Number(port), '127.0.0.1', () => process.send?.('listening'))
