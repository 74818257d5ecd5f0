import { answerPlainly } from '#app/answer-plainly.server.ts'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readiness } from '#app/readiness.server.ts'

/**
 * `/healthz` says that the process answers; nothing else is asked. `/readyz` says whether it can do its work now, and what stands in
 * its way; the storefront door serves all the same. Returns false where a request is for neither.
 */
export function listenForHealth(isAdminReady: () => boolean) {
  return ({ url = '', method }: IncomingMessage, outgoing: ServerResponse): boolean => {
    const path = url.split('?')[0]
    if (path !== '/healthz' && path !== '/readyz') return false
    if (method !== 'GET' && method !== 'HEAD') answerPlainly(outgoing, 405, 'Only GET and HEAD are answered here', { allow: 'GET, HEAD' })
    else if (path === '/healthz') answerPlainly(outgoing, 200, 'ok')
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
