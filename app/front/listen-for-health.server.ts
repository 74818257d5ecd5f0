import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerPlainly, turnAway } from '#app/platform/http/answer-plainly.server.ts'
import { readiness } from '#app/platform/readiness.server.ts'

/**
 * `/healthz` says that the process answers; nothing else is asked. `/readyz` says whether it can do its work now, and what stands in
 * its way, within what a network may ask; the storefront door serves all the same. Returns false where a request is for neither.
 */
export function listenForHealth(isAdminReady: () => boolean, allow: (incoming: IncomingMessage) => boolean, ending: AbortSignal) {
  return (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    const { url = '', method } = incoming
    const path = url.split('?')[0]
    if (path !== '/healthz' && path !== '/readyz') return false
    if (method !== 'GET' && method !== 'HEAD') answerPlainly(outgoing, 405, 'Only GET and HEAD are answered here', { allow: 'GET, HEAD' })
    else if (path === '/healthz') answerPlainly(outgoing, 200, 'ok')
    else if (ending.aborted) answerPlainly(outgoing, 503, 'This process is about to end')
    else if (!allow(incoming)) turnAway(outgoing)
    else void answerReady(outgoing, isAdminReady())
    return true
  }
}

async function answerReady(outgoing: ServerResponse, isAdminReady: boolean): Promise<void> {
  const found = await readiness()
  if (found.kind === 'not-ready') answerPlainly(outgoing, 503, found.why)
  else if (!isAdminReady) answerPlainly(outgoing, 503, 'The admin is still starting')
  else answerPlainly(outgoing, 200, 'ready')
}
