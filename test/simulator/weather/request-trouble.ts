import { setTimeout as wait } from 'node:timers/promises'

/** What can befall any request to Shopify. */
export type RequestTrouble =
  /** Answered with that status, and `retry-after` in seconds where given; nothing is done. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** Not answered for so long, or until something has happened, then as usual; never, where neither is given. Nothing is done before. */
  | { readonly kind: 'hang'; readonly milliseconds?: number; readonly until?: Promise<unknown> }
  /** The connection is reset before anything is done. */
  | { readonly kind: 'reset' }
  /** Everything is done, but the connection is reset instead of an answer. */
  | { readonly kind: 'lost' }

/** Lets a request meet its trouble; any other trouble is left to `answer`. A broken connection is `Response.error()`. */
export async function inTrouble(
  trouble: RequestTrouble | { readonly kind: string } | undefined,
  { signal }: Request,
  answer: () => Promise<Response>,
): Promise<Response> {
  if (!isRequestTrouble(trouble)) return answer()
  switch (trouble.kind) {
    case 'status':
      return refusal(trouble.status, trouble.retryAfter)
    case 'hang':
      await waited(signal, trouble)
      return signal.aborted ? Response.error() : answer()
    case 'reset':
      return Response.error()
    case 'lost':
      await answer()
      return Response.error()
  }
}

function isRequestTrouble(trouble: { readonly kind: string } | undefined): trouble is RequestTrouble {
  return trouble !== undefined && ['status', 'hang', 'reset', 'lost'].includes(trouble.kind)
}

/** In Shopify's manner: JSON where it means the app, a page of HTML where something of its own broke. */
function refusal(status: number, retryAfter: number | undefined): Response {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': retryAfter.toFixed(1) }
  if (status < 500) return Response.json({ errors: `The local shop's weather answers ${status}` }, { status, headers })
  const html = '<!DOCTYPE html><html><head><title>Something went wrong</title></head><body><h1>Something went wrong</h1></body></html>'
  return new Response(html, { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
}

async function waited(signal: AbortSignal, { milliseconds, until }: Extract<RequestTrouble, { readonly kind: 'hang' }>): Promise<void> {
  if (signal.aborted) return
  if (milliseconds !== undefined) return wait(milliseconds, undefined, { signal }).catch(() => undefined)
  const gone = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  await Promise.race(until ? [gone, until] : [gone])
}
