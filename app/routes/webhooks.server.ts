import type { IncomingMessage, ServerResponse } from 'node:http'
import { batch } from '#app/inbox/batch.server.ts'
import { readDelivery } from '#app/inbox/read-delivery.server.ts'
import { storeDeliveries, type Arrived, type Stored } from '#app/inbox/store-deliveries.server.ts'
import { applySoon } from '#app/jobs/apply-soon.server.ts'
import { API_SECRETS } from '#app/platform/env.server.ts'
import { answerPlainly, turnAway } from '#app/platform/http/answer-plainly.server.ts'
import { holdBytes } from '#app/platform/http/bytes-in-flight.server.ts'
import { log } from '#app/platform/log.server.ts'
import { gaugeOf } from '#app/platform/metrics/registry.server.ts'
import { bearsSignature } from '#app/shopify/verify-webhook.server.ts'

/**
 * Larger than any delivery of Shopify's; what is held of all that are under way together; and the milliseconds after which Shopify
 * gives up itself. A merchant who changes many products of many variants at once has hundreds of large ones sent from one network:
 * they wait for their turn, each of them unread.
 */
const BOUNDS = { each: 5_000_000, all: 64_000_000, within: 5_000, large: { places: 16, each: 4, waiting: 500 } }
/** The disk may take long over one commit: a few are under way at a time, and whatever comes meanwhile shares the next. */
const TOGETHER = { most: 500, lanes: 4 }

interface Answer {
  readonly status: number
  readonly words?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A process that has heard of nothing yet is as old as it is. */
let lastAt = Date.now()
gaugeOf('tandem_last_delivery_timestamp_seconds', 'When a delivery was last stored, or this process started', () => [
  { value: lastAt / 1_000 },
])

const store = batch(storeAndApply, TOGETHER)
const takeBytes = holdBytes(BOUNDS)

/**
 * The webhooks' door as a listener of node's HTTP server; it returns false where a request is not for it. A delivery is
 * acknowledged once it is durably stored; what follows from it happens in the worker. `allow`: whether the network it comes from
 * may deliver so much.
 */
export function listenForWebhooks(networkOf: (incoming: IncomingMessage) => string, allow: (incoming: IncomingMessage) => boolean) {
  return (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    if (!/^\/webhooks(\?|$)/.test(incoming.url ?? '')) return false
    if (!allow(incoming)) turnAway(outgoing)
    else answerWhoMay(incoming, outgoing, networkOf(incoming))
    return true
  }
}

function answerWhoMay(incoming: IncomingMessage, outgoing: ServerResponse, network: string): void {
  answer(incoming, network).then(
    ({ status, words = '', headers }) => answerPlainly(outgoing, status, words, headers),
    (error: Error) => {
      // Whoever hung up is told nothing.
      if (!outgoing.destroyed) log.error({ why: error.message }, 'A delivery could not be stored')
      answerPlainly(outgoing, 500, '')
    },
  )
}

async function answer(incoming: IncomingMessage, network: string): Promise<Answer> {
  if (incoming.method !== 'POST') return { status: 405, words: 'Deliveries are posted here', headers: { allow: 'POST' } }
  const headers = { get: (name: string) => incoming.headers[name]?.toString() ?? null }
  if (!bearsSignature(headers)) return { status: 401, words: 'There is no signature' }
  const taken = await takeBytes(incoming, network)
  switch (taken.kind) {
    case 'too-large':
      return { status: 413, words: 'The body is too large' }
    case 'busy':
      return { status: 503, words: 'Too much is under way', headers: { 'retry-after': '1' } }
    case 'too-slow':
    case 'gone':
      return { status: 408, words: 'The body took too long' }
    case 'whole':
      try {
        return await answerWhole(headers, taken.bytes)
      } finally {
        taken.free()
      }
    default:
      return taken satisfies never
  }
}

async function answerWhole(headers: Pick<Headers, 'get'>, body: Uint8Array): Promise<Answer> {
  const read = readDelivery(headers, body, API_SECRETS, Date.now())
  switch (read.kind) {
    case 'unwanted':
      return { status: 200 }
    case 'sample':
      log.info(read.told, 'A sample was acknowledged and nothing was done: its ids are above 2^53, where no shop has any')
      return { status: 200 }
    case 'refused':
      if (read.told) log.warn({ ...read.told, why: read.why }, 'A signed delivery was refused')
      return { status: read.status, words: read.why }
    case 'kept':
      return answerStored(await store(read.arrived), read.arrived)
    default:
      return read satisfies never
  }
}

function answerStored(stored: Stored, { delivery: { shop, topic } }: Arrived): Answer {
  switch (stored) {
    case 'kept':
      lastAt = Date.now()
      return { status: 200 }
    case 'unwanted':
      return { status: 200 }
    case 'busy':
      return { status: 503, words: 'The shop is being forgotten', headers: { 'retry-after': '5' } }
    case 'foreign':
      log.warn({ shop, topic }, 'A signed delivery was refused: it is of another shop')
      return { status: 400, words: 'The body is of another shop' }
    default:
      return stored satisfies never
  }
}

/**
 * What follows from what is stored is asked for behind the answer. A delivery that was stored before counts again: it may be here
 * because nothing followed from it the first time.
 */
async function storeAndApply(arrived: readonly Arrived[]): Promise<Stored[]> {
  const stored = await storeDeliveries(arrived)
  const shops = new Set(arrived.flatMap(({ delivery }, at) => (stored[at] === 'kept' ? [delivery.shop] : [])))
  for (const shop of shops) applySoon(shop)
  return stored
}
