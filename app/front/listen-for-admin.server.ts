import { Agent, type IncomingMessage, type ServerResponse } from 'node:http'
import type { ShopId } from '#app/commerce/ids.ts'
import { answerPlainly, turnAway } from '#app/platform/http/answer-plainly.server.ts'
import { limitRate } from '#app/platform/http/rate-limit.ts'
import { openLanes } from '#app/platform/lanes.ts'
import type { AdminProcesses } from './admin-processes.server.ts'
import { BODY_IN_MEMORY, HEAVY_WAITING, IMPORT_TIMES, LIGHT_LANES, MOST_BODY, MOST_UNVOUCHED_BODY, SHOP_RATE, STRANGERS } from './bounds.ts'
import { identifyCaller } from './identify-caller.server.ts'
import { isLight } from './is-light.ts'
import { passOn, type PassedOn } from './pass-on.server.ts'
import { takeBody, type Body } from './take-body.server.ts'

export interface AdminPlace {
  readonly key: string
  readonly secrets: readonly string[]
  readonly processes: AdminProcesses
  /** How many heavy pages are drawn at the same time. */
  readonly heavy: number
  /** Milliseconds that one may take. */
  readonly heavyWithin: number
  /** Whether the network that asks may ask for a page, without a shop's word. */
  readonly allowPage: (incoming: IncomingMessage) => boolean
  readonly networkOf: (incoming: IncomingMessage) => string
}

/** Nothing waits longer for a light page: what it asks of Shopify may take a minute. */
const LIGHT_WITHIN = 90_000
/** Bodies that are taken in at the same time, of all and under one name; files one by one, so that a form need not wait for them. */
const BODIES = { places: 200, each: 4, waiting: 50 }
const FILES = { places: 32, each: 1, waiting: 20 }

const WORDS: Readonly<Record<Exclude<PassedOn, 'answered' | 'gone'>, readonly [status: number, words: string]>> = {
  'too-slow': [503, 'This took too long and was stopped. Please try again, or with less at once.'],
  failed: [503, 'The page could not be drawn. Please try again in a moment.'],
}

/**
 * The admin's door: whoever asks has a turn and a rate of their own, a body is taken in before anybody works on it, and the page
 * is drawn in another process. What this one does besides, for shoppers and for Shopify, waits for none of it.
 */
export function listenForAdmin({ key, secrets, processes, heavy, heavyWithin, allowPage, networkOf }: AdminPlace) {
  const allowShop = limitRate(SHOP_RATE.perSecond, SHOP_RATE.burst, Date.now)
  const lanes = {
    bodies: openLanes(BODIES),
    files: openLanes(FILES),
    light: openLanes(LIGHT_LANES),
    strangers: openLanes(STRANGERS),
    heavy: openLanes({ places: heavy, each: 1, waiting: HEAVY_WAITING }),
  }
  const agent = new Agent({ keepAlive: true, maxSockets: LIGHT_LANES.places })

  const shopOf = ({ url = '', headers }: IncomingMessage): ShopId | undefined =>
    identifyCaller({ authorization: headers.authorization, target: url }, key, secrets, Date.now())

  async function answerFor(incoming: IncomingMessage, outgoing: ServerResponse, shop: ShopId | undefined): Promise<void> {
    const { url = '' } = incoming
    const mayAsk = shop ? allowShop(shop) : allowPage(incoming)
    const busy = () => answerPlainly(outgoing, 429, 'Too many requests', { 'retry-after': '1' })
    if (!mayAsk) return shop ? busy() : turnAway(outgoing)
    const name = shop ?? `network ${networkOf(incoming)}`
    const gone = new AbortController()
    outgoing.once('close', () => gone.abort())
    const inLane = async (lane: keyof typeof lanes, work: () => Promise<void>): Promise<void> => {
      const leave = await lanes[lane].enter(name, gone.signal)
      if (leave === 'full') return busy()
      if (leave === 'gone') return
      try {
        await work()
      } finally {
        leave()
      }
    }
    const answer = async (body: Body | undefined): Promise<void> => {
      const path = url.split('?')[0]!
      const tell = (how: PassedOn) => how === 'answered' || how === 'gone' || answerPlainly(outgoing, ...WORDS[how])
      if (isLight(path))
        await inLane(shop ? 'light' : 'strangers', async () => {
          const { socketPath } = await processes.light()
          tell(await passOn(incoming, body, outgoing, { socketPath, agent, within: LIGHT_WITHIN }))
        })
      else {
        const within = heavyWithin * (path === '/app/import/csv' ? IMPORT_TIMES : 1)
        await inLane('heavy', () =>
          processes.heavy(async ({ socketPath }) => {
            tell(await passOn(incoming, body, outgoing, { socketPath, within }))
          }),
        )
      }
    }
    if (!hasBody(incoming)) return answer(undefined)
    let body: Body | undefined
    await inLane(isSmall(incoming) ? 'bodies' : 'files', async () => {
      const taken = await takeBody(incoming, shop ? MOST_BODY : MOST_UNVOUCHED_BODY)
      if (taken.kind === 'whole') body = taken.body
      else if (taken.kind === 'too-large') answerPlainly(outgoing, 413, 'The file is too large')
      else if (taken.kind === 'too-slow') answerPlainly(outgoing, 408, 'The request took too long to arrive')
    })
    try {
      if (body) await answer(body)
    } finally {
      await body?.drop()
    }
  }
  return { shopOf, answer: answerFor }
}

const hasBody = ({ headers }: IncomingMessage) => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
const isSmall = ({ headers }: IncomingMessage) => Number(headers['content-length'] ?? Number.NaN) <= BODY_IN_MEMORY
