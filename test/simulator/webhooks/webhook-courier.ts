import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { ShopEvent } from '../state/shop-state.ts'
import { gluedTo } from '../admin/app-config.ts'
import { grantedScopes, type Installation } from '../admin/installation.ts'
import type { WebhookTrouble, WebhookWeatherSource } from '../weather/webhook-weather.ts'
import { API_VERSION } from '../admin/schema.ts'
import { signWebhook } from './sign-webhook.ts'
import { topicName, type Subscription } from './subscriptions.ts'
import { COMPLIANCE, mayHear } from './topic-scopes.ts'

export interface Delivery {
  readonly webhookId: string
  /** What happened; several deliveries may tell of it. */
  readonly eventId: string
  readonly topic: string
  readonly domain: string
  readonly body: string
  attempts: number
  /** Status of the last attempt; null while none was answered. */
  status: number | null
  /** The weather swallowed it: it was never sent. */
  readonly lost: boolean
}

export interface WebhookCourier {
  /** Sends the event to every subscription of the installation, without waiting for it. */
  readonly send: (event: ShopEvent, installation: Installation) => void
  /** Resolves once nothing (of that shop) is under way any more: all accepted or given up. What is held back is not under way. */
  readonly settled: (domain?: string) => Promise<void>
  /** The latest ones, oldest first. */
  readonly deliveries: readonly Delivery[]
  /** Gives up what is under way. */
  readonly stop: () => void
}

/** A delivery on its way. */
interface Parcel {
  readonly delivery: Delivery
  readonly url: string
  readonly init: RequestInit
  /** Milliseconds before it leaves. */
  readonly late: number
  /** The answer to its first attempt never arrives. */
  readonly unheard: boolean
}

/** Shopify tries eight times more within four hours; here the same number within a good minute. */
export const RETRY_DELAYS: readonly number[] = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000]
const PATIENCE = 5_000
const AT_ONCE = 8
const REMEMBERED = 2_000

/** Carries webhooks to the app, several at a time and so in no certain order. `retryDelays` in milliseconds. */
export function openCourier(retryDelays: readonly number[] = RETRY_DELAYS): WebhookCourier {
  const stopped = new AbortController()
  const underWay = new Map<Promise<void>, string>()
  const queue: (() => Promise<void>)[] = []
  const deliveries: Delivery[] = []
  const skies = new Map<string, WebhookWeatherSource>()
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

  const carry = async ({ delivery, url, init, late, unheard }: Parcel): Promise<void> => {
    for (const delay of [late, ...retryDelays]) {
      if (delay > 0) await wait(delay, undefined, { signal: stopped.signal }).catch(() => undefined)
      if (stopped.signal.aborted) return
      const status = await attempt(() => post(url, init, stopped.signal))
      delivery.attempts += 1
      delivery.status = unheard && delivery.attempts === 1 ? null : status
      if (delivery.status !== null && delivery.status >= 200 && delivery.status < 300) return
    }
  }
  const dispatch = (parcel: Parcel): void => {
    const carrying = carry(parcel)
    underWay.set(carrying, parcel.delivery.domain)
    void carrying.finally(() => underWay.delete(carrying))
  }
  const note = (delivery: Delivery): void => {
    deliveries.push(delivery)
    if (deliveries.length > REMEMBERED) deliveries.shift()
  }

  return {
    deliveries,
    send(event, installation) {
      const { weather, shop } = installation
      skies.set(shop.facts.domain, weather.webhooks)
      const eventId = randomUUID()
      for (const subscription of subscriptionsTo(event.topic, installation)) {
        const body = Buffer.from(JSON.stringify(chosenFields(event.payload, subscription)))
        const troubles = weather.webhooks.meetAll(() => [event.topic])
        const is = (kind: WebhookTrouble['kind']): boolean => troubles.some((trouble) => trouble.kind === kind)
        const late = troubles.reduce((sum, trouble) => sum + (trouble.kind === 'late' ? trouble.milliseconds : 0), 0)
        const about = { eventId, topic: event.topic, domain: shop.facts.domain, body: body.toString('utf8') }
        const deliver = (webhookId: string): void => {
          const delivery: Delivery = { ...about, webhookId, attempts: 0, status: null, lost: is('lost') }
          note(delivery)
          if (delivery.lost) return
          const url = gluedTo(installation.app.url, subscription.uri)
          const init = { method: 'POST', body, headers: headersOf(delivery, body, installation) }
          weather.webhooks.pass(event.topic, () => dispatch({ delivery, url, init, late, unheard: is('unacknowledged') }))
        }
        const webhookId = randomUUID()
        deliver(webhookId)
        if (is('duplicate')) deliver(webhookId)
        if (is('twin')) deliver(randomUUID())
      }
    },
    async settled(only) {
      for (const [domain, sky] of skies) if (only === undefined || only === domain) sky.flush()
      for (;;) {
        const waited = [...underWay].filter(([, domain]) => only === undefined || only === domain)
        if (waited.length === 0) return
        await Promise.all(waited.map(([carrying]) => carrying))
      }
    },
    stop: () => stopped.abort(),
  }
}

function headersOf(delivery: Delivery, body: Buffer, { app, now }: Installation): Record<string, string> {
  return {
    'content-type': 'application/json',
    'user-agent': 'Shopify-Captain-Hook',
    'x-shopify-topic': delivery.topic,
    'x-shopify-hmac-sha256': signWebhook(body, app.secret),
    'x-shopify-shop-domain': delivery.domain,
    'x-shopify-api-version': API_VERSION,
    'x-shopify-webhook-id': delivery.webhookId,
    'x-shopify-event-id': delivery.eventId,
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

/** What privacy law asks for is sent on account of the app's configuration, whether it is installed or not. */
function subscriptionsTo(topic: string, installation: Installation): readonly Pick<Subscription, 'uri' | 'includeFields'>[] {
  const { app, subscriptions } = installation
  if (COMPLIANCE.includes(topicName(topic))) return app.subscriptions.filter(({ topics }) => topics.includes(topic))
  return mayHear(topicName(topic), grantedScopes(installation)) ? subscriptions.to(topic) : []
}

function chosenFields(payload: unknown, { includeFields }: Pick<Subscription, 'includeFields'>): unknown {
  if (includeFields.length === 0 || payload === null || typeof payload !== 'object') return payload
  const record = payload as Readonly<Record<string, unknown>>
  return Object.fromEntries(includeFields.filter((field) => field in record).map((field) => [field, record[field]]))
}
