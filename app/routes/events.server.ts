import type { IncomingMessage, ServerResponse } from 'node:http'
import { batch } from '#app/inbox/batch.server.ts'
import { storeOffered } from '#app/measure/ledger/store-offered.server.ts'
import { answerPlainly, turnAway } from '#app/platform/http/answer-plainly.server.ts'
import { holdBytes } from '#app/platform/http/bytes-in-flight.server.ts'
import type { Allow } from '#app/platform/http/rate-limit.ts'
import { log } from '#app/platform/log.server.ts'
import { readPixelToken } from '#app/signals/storefront-events/pixel-token.server.ts'
import { MOST_EVENT_BYTES, readEvents } from '#app/signals/storefront-events/read-events.ts'
import { storeEvents } from '#app/signals/storefront-events/store-events.server.ts'

/** Nothing that a pixel tells is worth much memory, or much patience. */
const BOUNDS = { each: MOST_EVENT_BYTES, all: 8_000_000, within: 5_000, large: { places: 1, each: 1, waiting: 0 } }
const TOGETHER = { most: 200, lanes: 1 }
/** A pixel runs in a sandbox whose origin is nobody's. */
const ANYBODY = { 'access-control-allow-origin': '*' }
const PREFLIGHT = {
  ...ANYBODY,
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': '86400',
}

const store = batch(storeEvents, TOGETHER)
const storePage = batch(storeOffered, TOGETHER)
const takeBytes = holdBytes(BOUNDS)

interface Answer {
  readonly status: number
  readonly words?: string
}

export interface EventRates {
  /** Whether browsers of a network may tell so many events more; a post that tells none costs as much as one. */
  readonly allowNetwork: Allow
  /** Whether a shop's pixels may. */
  readonly allowShop: Allow
}

/** The pixel's door as a listener of node's HTTP server; it returns false where a request is not for it. */
export function listenForEvents(networkOf: (incoming: IncomingMessage) => string, rates: EventRates) {
  return (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    if (!/^\/events(\?|$)/.test(incoming.url ?? '')) return false
    const network = networkOf(incoming)
    if (!rates.allowNetwork(network)) turnAway(outgoing)
    else if (incoming.method === 'OPTIONS') answerPlainly(outgoing, 204, '', PREFLIGHT)
    else
      answer(incoming, network, rates).then(
        ({ status, words = '' }) => answerPlainly(outgoing, status, words, ANYBODY),
        (error: Error) => {
          if (!outgoing.destroyed) log.error({ why: error.message }, 'What a pixel told could not be stored')
          answerPlainly(outgoing, 503, '', ANYBODY)
        },
      )
    return true
  }
}

async function answer(incoming: IncomingMessage, network: string, { allowNetwork, allowShop }: EventRates): Promise<Answer> {
  if (incoming.method !== 'POST') return { status: 405, words: 'Events are posted here' }
  const taken = await takeBytes(incoming, network)
  switch (taken.kind) {
    case 'too-large':
      return { status: 413, words: 'The body is too large' }
    case 'busy':
      return { status: 503, words: 'Too much is under way' }
    case 'too-slow':
    case 'gone':
      return { status: 408, words: 'The body took too long' }
    case 'whole':
      break
    default:
      return taken satisfies never
  }
  try {
    const read = readEvents(taken.bytes.toString('utf8'))
    if (read.kind === 'refused') return { status: 400, words: read.why }
    const { token, visitor, events } = read.batch
    const shop = readPixelToken(token)
    if (!shop) return { status: 401, words: 'token: of no pixel of ours' }
    if (!allowNetwork(network, events.length - 1) || !allowShop(shop, events.length)) return { status: 429, words: 'Too many events' }
    const others = events.filter((event) => event.kind !== 'reached')
    const pages = events.filter((event) => event.kind === 'reached')
    await Promise.all([
      others.length > 0 && store({ shop, visitor, events: others }),
      ...pages.map((page) => storePage({ shop, ...page, at: Date.now() })),
    ])
    return { status: 204 }
  } finally {
    taken.free()
  }
}
