import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isKnownMethod } from '#app/platform/http/known-method.ts'
import { inLogContext } from '#app/platform/log-context.server.ts'
import { secondsOf } from '#app/platform/metrics/registry.server.ts'
import type { OpenSpan } from '#app/platform/traces/span.ts'
import { areTracesTold, inSpan, openSpan } from '#app/platform/traces/trace.server.ts'
import { doorOf } from './door-of.ts'
import { routeOf } from './route-of.ts'

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 30]
const seconds = secondsOf('tandem_request_seconds', 'Until a request was answered, or whoever asked had gone', BUCKETS, ['door', 'status'])

/** Has a request answered: how long that took is counted, and its number stands in every line that is logged for it, also by the admin's processes. */
export function watchRequest(incoming: IncomingMessage, outgoing: ServerResponse, answer: () => void): void {
  const requestId = randomUUID()
  incoming.headers['x-request-id'] = requestId
  const [began, door] = [performance.now(), doorOf(incoming.url ?? '')]
  // What a stranger's header says is nobody's trace of ours, and would have each of their requests told.
  delete incoming.headers['traceparent']
  const span = door === 'health' ? undefined : spanOf(incoming, door, requestId)
  if (span) incoming.headers['traceparent'] = span.traceparent
  outgoing.once('close', () => {
    seconds.observe({ door, status: `${Math.floor(outgoing.statusCode / 100)}xx` }, (performance.now() - began) / 1_000)
    span?.end({ 'http.response.status_code': outgoing.statusCode }, outgoing.statusCode >= 500)
  })
  inLogContext({ requestId, ...(span && { traceId: span.traceId }) }, () => inSpan(span, answer))
}

function spanOf({ method, url = '' }: IncomingMessage, door: string, requestId: string): OpenSpan | undefined {
  if (!areTracesTold()) return undefined
  const asked = isKnownMethod(method) ? method! : '_OTHER'
  const route = routeOf(url)
  const traits = { 'http.request.method': asked, 'http.route': route, 'tandem.door': door, 'tandem.request_id': requestId }
  return openSpan(`${asked} ${route}`, 'request', traits)
}
