import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/**
 * The least that such an answer can cost: node's HTTP server, the signature checked, the answer looked up.
 * `PORT SECRET ANSWERS`: the last is a file of `[shop, product, answer]` a line.
 */
const [port, secret, file] = process.argv.slice(2) as [string, string, string]
const answers = new Map<string, Buffer>()
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const [shop, product, answer] = JSON.parse(line) as [string, string, string]
  answers.set(`${shop} ${product}`, Buffer.from(answer))
}

function isSigned(query: URLSearchParams): boolean {
  const given = Buffer.from(query.get('signature') ?? '', 'hex')
  query.delete('signature')
  const pairs = [...query].map((pair) => pair.join('='))
  const made = createHmac('sha256', secret).update(pairs.sort().join('')).digest()
  return given.length === made.length && timingSafeEqual(given, made) && Math.abs(Date.now() / 1000 - Number(query.get('timestamp'))) <= 90
}

createServer(({ url = '' }, outgoing) => {
  const query = new URLSearchParams(url.slice(url.indexOf('?') + 1))
  const answer = isSigned(query) ? answers.get(`${query.get('shop')} ${query.get('product')}`) : undefined
  if (!answer) return void outgoing.writeHead(401).end()
  outgoing.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': answer.length }).end(answer)
}).listen(Number(port), '127.0.0.1', () => process.send?.('listening'))
