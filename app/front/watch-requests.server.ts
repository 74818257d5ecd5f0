import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { inLogContext } from '#app/platform/log-context.server.ts'
import { secondsOf } from '#app/platform/metrics/registry.server.ts'

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 30]
const seconds = secondsOf('tandem_request_seconds', 'Until a request was answered, or whoever asked had gone', BUCKETS, ['door', 'status'])

/** Which door a path leads to: few words, whatever is asked for. */
function doorOf(path: string): string {
  if (path.startsWith('/proxy/')) return 'storefront'
  if (/^\/webhooks(\?|$)/.test(path)) return 'webhooks'
  if (/^\/events(\?|$)/.test(path)) return 'events'
  if (/^\/(healthz|readyz)(\?|$)/.test(path)) return 'health'
  return path.startsWith('/assets/') ? 'assets' : 'admin'
}

/** Has a request answered: how long that took is counted, and its number stands in every line that is logged for it, also by the admin's processes. */
export function watchRequest(incoming: IncomingMessage, outgoing: ServerResponse, answer: () => void): void {
  const requestId = randomUUID()
  incoming.headers['x-request-id'] = requestId
  const [began, door] = [performance.now(), doorOf(incoming.url ?? '')]
  outgoing.once('close', () => {
    seconds.observe({ door, status: `${Math.floor(outgoing.statusCode / 100)}xx` }, (performance.now() - began) / 1_000)
  })
  inLogContext({ requestId }, answer)
}
