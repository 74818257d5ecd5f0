import { setTimeout as wait } from 'node:timers/promises'
import { LOCAL_API_SECRET } from '../app-processes.ts'
import { signWebhook } from '../../simulator/webhooks/sign-webhook.ts'
import { luckOf } from '../../simulator/world/random.ts'
import type { Told } from './order-lives.ts'

export interface Sent {
  /** Attempts that nobody acknowledged. */
  readonly unacknowledged: number
  /** Deliveries that were sent although they, or another webhook of the same event, had been acknowledged. */
  readonly repeated: number
}

const AT_ONCE = 48
const PATIENCE = 5_000
const PAUSE = 250
const REPEATED = 0.06

/**
 * Sends every event until one of the web processes acknowledges it, as Shopify does, and some of them again: the same
 * webhook, or another one of the same event. `tell` hears how many have been acknowledged.
 */
export async function sendAll(urls: readonly string[], events: readonly Told[], tell: (acknowledged: number) => void): Promise<Sent> {
  const luck = luckOf('sending')
  const waiting = events.entries()
  let acknowledged = 0
  let unacknowledged = 0
  let repeated = 0
  const sendOne = async (told: Told, webhook: string, at: number): Promise<void> => {
    for (let attempt = 0; !(await post(urls[(at + attempt) % urls.length]!, told, webhook)); attempt += 1) {
      unacknowledged += 1
      await wait(PAUSE)
    }
  }
  const lane = async (): Promise<void> => {
    for (const [at, told] of waiting) {
      await sendOne(told, told.event, at)
      tell((acknowledged += 1))
      if (luck.next() >= REPEATED) continue
      repeated += 1
      await sendOne(told, repeated % 2 ? told.event : `${told.event}/twin`, at + 1)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return { unacknowledged, repeated }
}

async function post(url: string, { shop, topic, event, body }: Told, webhook: string): Promise<boolean> {
  const ending = new AbortController()
  const tooLong = setTimeout(() => ending.abort(), PATIENCE)
  try {
    const response = await fetch(`${url}/webhooks`, {
      method: 'POST',
      signal: ending.signal,
      headers: {
        'content-type': 'application/json',
        'x-shopify-hmac-sha256': signWebhook(Buffer.from(body), LOCAL_API_SECRET),
        'x-shopify-topic': topic,
        'x-shopify-shop-domain': shop,
        'x-shopify-webhook-id': webhook,
        'x-shopify-event-id': event,
        'x-shopify-triggered-at': new Date().toISOString(),
      },
      body,
    })
    await response.arrayBuffer()
    return response.status === 200
  } catch {
    return false
  } finally {
    clearTimeout(tooLong)
  }
}
