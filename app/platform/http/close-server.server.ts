import { once } from 'node:events'
import type { Server } from 'node:http'

/** Milliseconds that a request under way may still take when the process is to end, and between two looks for idle connections. */
const GRACE = 10_000
const LOOK_EVERY = 100

/** Takes nothing new and resolves once what is under way is answered, or has taken too long. */
export async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // Who was just answered would keep the connection.
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_EVERY)
  const tooLong = setTimeout(() => server.closeAllConnections(), GRACE)
  await closed
  clearInterval(idle)
  clearTimeout(tooLong)
}
