import type { ToldEvent } from './events-of.ts'

interface World {
  readonly fetch: (address: string, init: RequestInit) => Promise<unknown>
  readonly wait: (then: () => void, milliseconds: number) => unknown
}

/** Milliseconds that what was seen waits for more of it. What a shopper did is posted at once: the page may be left by it. */
const TOGETHER = 300
/** Events of one post that the app takes. */
const MOST_EVENTS = 50

/**
 * Posts events in small batches that outlive their page. What cannot be posted goes with the next batch, once; nothing is told of
 * a browser that Shopify has no name for.
 */
export function openPost({ endpoint, token }: { readonly endpoint: string; readonly token: string }, { fetch, wait }: World) {
  let waiting: ToldEvent[] = []
  let visitor = ''
  const send = async (): Promise<void> => {
    const events = waiting.splice(0, MOST_EVENTS)
    if (events.length === 0) return
    try {
      // Plain text: no browser asks beforehand whether it may be posted.
      await fetch(endpoint, {
        method: 'POST',
        keepalive: true,
        headers: { 'content-type': 'text/plain' },
        body: JSON.stringify({ token, visitor, events }),
      })
    } catch {
      if (waiting.length === 0) waiting = events
    }
  }
  return (client: string, events: readonly ToldEvent[]): void => {
    if (!client || events.length === 0) return
    visitor = client
    waiting.push(...events)
    if (events.some(({ kind }) => kind !== 'seen' && kind !== 'reached')) void send()
    else wait(() => void send(), TOGETHER)
  }
}
