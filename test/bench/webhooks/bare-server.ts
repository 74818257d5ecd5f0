import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'
import { LOCAL_API_SECRET } from '../../running/app-processes.ts'

/** As barely as a delivery can be kept: `bare-server.ts DATABASE_URL PORT` verifies the signature, inserts a row, answers. */
const [connectionString, port] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: connectionString!, max: 10 })
await pool.query('CREATE TABLE bare_delivery (webhook_id text PRIMARY KEY, body jsonb NOT NULL)')

createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const body = Buffer.concat(parts)
    const made = createHmac('sha256', LOCAL_API_SECRET).update(body).digest()
    const given = Buffer.from(String(request.headers['x-shopify-hmac-sha256']), 'base64')
    if (given.length !== made.length || !timingSafeEqual(given, made)) return response.writeHead(401).end()
    pool
      .query('INSERT INTO bare_delivery VALUES ($1, $2) ON CONFLICT DO NOTHING', [request.headers['x-shopify-webhook-id'], body.toString()])
      .then(
        () => response.writeHead(200).end(),
        () => response.writeHead(500).end(),
      )
  })
}).listen(Number(port), '127.0.0.1', () => process.send?.('listening'))
process.on('disconnect', () => process.exit(0))
