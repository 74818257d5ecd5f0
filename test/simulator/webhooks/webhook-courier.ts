import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { ShopEvent } from '../state/shop-state.ts'
import type { Installation } from '../admin/installation.ts'
import { API_VERSION } from '../admin/schema.ts'
import { signWebhook } from './sign-webhook.ts'
import type { Subscription } from './subscriptions.ts'

export interface Delivery {
  readonly webhookId: string
  readonly topic: string
  readonly domain: string
  readonly body: string
  attempts: number
  /** Status of the last attempt; null while none was answered. */
  status: number | null
}

export interface WebhookCourier {
  /** Sends the event to every subscription of the installation, without waiting for it. */
  readonly send: (event: ShopEvent, installation: Installation) => void
  /** Resolves once nothing is under way any more: all accepted or given up. */
  readonly settled: () => Promise<void>
  /** The latest ones, oldest first. */
  readonly deliveries: readonly Delivery[]
  /** Gives up what is under way. */
  readonly stop: () => void
}

/** Shopify tries eight times more within four hours; here the same number within a good minute. */
export const RETRY_DELAYS: readonly number[] = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000]
const PATIENCE = 5_000
const AT_ONCE = 8
const REMEMBERED = 2_000

/** Carries webhooks to the app, several at a time and so in no certain order. `retryDelays` in milliseconds. */
export function openCourier(retryDelays: readonly number[] = RETRY_DELAYS): WebhookCourier {
  const stopped = new AbortController()
  const underWay = new Set<Promise<void>>()
  const queue: (() => Promise<void>)[] = []
  const deliveries: Delivery[] = []
  let busy = 0

  const next = (): void => {
    while (busy < AT_ONCE) {
      const job = queue.shift()
      if (!job) return
      busy += 1
      void job().finally(() => {
        busy -= 1
        next()
      })
    }
  }
  /** Waits for one of the places, so that a burst of events does not become a burst of connections. */
  const attempt = (request: () => Promise<number | null>): Promise<number | null> =>
    new Promise((resolve) => {
      queue.push(async () => resolve(await request()))
      next()
    })

  const carry = async (delivery: Delivery, url: string, init: RequestInit): Promise<void> => {
    for (const delay of [0, ...retryDelays]) {
      if (delay > 0) await wait(delay, undefined, { signal: stopped.signal }).catch(() => undefined)
      if (stopped.signal.aborted) return
      delivery.status = await attempt(() => post(url, init, stopped.signal))
      delivery.attempts += 1
      if (delivery.status !== null && delivery.status >= 200 && delivery.status < 300) return
    }
  }

  return {
    deliveries,
    send(event, installation) {
      const eventId = randomUUID()
      for (const subscription of installation.subscriptions.to(event.topic)) {
        const body = Buffer.from(JSON.stringify(chosenFields(event.payload, subscription)))
        const delivery: Delivery = {
          webhookId: randomUUID(),
          topic: event.topic,
          domain: installation.shop.facts.domain,
          body: body.toString('utf8'),
          attempts: 0,
          status: null,
        }
        deliveries.push(delivery)
        if (deliveries.length > REMEMBERED) deliveries.shift()
        const url = subscription.uri.startsWith('/') ? installation.app.url + subscription.uri : subscription.uri
        const carrying = carry(delivery, url, { method: 'POST', body, headers: headersOf(delivery, body, eventId, installation) })
        underWay.add(carrying)
        void carrying.finally(() => underWay.delete(carrying))
      }
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    stop: () => stopped.abort(),
  }
}

function headersOf(delivery: Delivery, body: Buffer, eventId: string, { app, now }: Installation): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'Shopify-Captain-Hook',
    'x-shopify-topic': delivery.topic,
    'x-shopify-hmac-sha256': signWebhook(body, app.secret),
    'x-shopify-shop-domain': delivery.domain,
    'x-shopify-api-version': API_VERSION,
    'x-shopify-webhook-id': delivery.webhookId,
    'x-shopify-event-id': eventId,
    'x-shopify-triggered-at': now().toISOString(),
  }
}

/** The status of the answer, or null where none came in time. */
async function post(url: string, init: RequestInit, stopped: AbortSignal): Promise<number | null> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.any([stopped, AbortSignal.timeout(PATIENCE)]) })
    await response.body?.cancel()
    return response.status
  } catch {
    return null
  }
}

function chosenFields(payload: unknown, { includeFields }: Subscription): unknown {
  if (includeFields.length === 0 || payload === null || typeof payload !== 'object') return payload
  const record = payload as Readonly<Record<string, unknown>>
  return Object.fromEntries(includeFields.filter((field) => field in record).map((field) => [field, record[field]]))
}
