import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { LOCAL_API_KEY, LOCAL_API_SECRET } from '../../running/app-processes.ts'
import { signSessionToken } from '../../simulator/admin/oauth/session-token.ts'
import { orderBody } from '../../simulator/state/order-body.ts'
import { signWebhook } from '../../simulator/webhooks/sign-webhook.ts'
import { orderOf, shopper } from '../webhooks/busy-shop.ts'
import { aWorld } from '../../a/world.ts'
import { neighbour, PRODUCTS } from './settle-in.ts'
import type { Lived } from './lived.ts'

/**
 * The life of a hundred shops, in a process of its own: `live.ts URL NEIGHBOURS SECONDS FIRST`. Shoppers ask, orders come, merchants
 * look at pages, each at a steady rate whatever the answers are like; a time counts from when it was due. Orders are numbered from
 * FIRST on. Prints one line of JSON.
 */
const [address, ...numbers] = process.argv.slice(2)
const [neighbours, seconds, first] = numbers.map(Number) as [number, number, number]
const url = new URL(address!)
const RATES = { door: 100, webhooks: 50, pages: 4 } as const
const PAGES = [
  '/app.data',
  '/app/settings/status.data',
  '/app/rules.data',
  '/app/history.data',
  '/app/products.data',
  '/app/review/waiting',
]
const agent = new Agent({ keepAlive: true, maxSockets: 200 })
const now = () => Math.floor(Date.now() / 1000)
const shops = Array.from({ length: neighbours }, (_, at) => neighbour(at))
const shopOf = (at: number) => shops[at % shops.length]!

type Asked = Readonly<{ method: string; path: string; headers: Record<string, string>; body?: Buffer }>

const ask: Readonly<Record<keyof typeof RATES, (at: number) => Asked>> = {
  door(at) {
    const asked = {
      logged_in_customer_id: '',
      path_prefix: '/apps/tandem',
      product: String((at % PRODUCTS) + 1),
      shop: shopOf(at),
      timestamp: String(now()),
    }
    const text = Object.entries(asked)
      .map((pair) => pair.join('='))
      .join('')
    const signature = createHmac('sha256', LOCAL_API_SECRET).update(text).digest('hex')
    return { method: 'GET', path: `/proxy/offers?${new URLSearchParams({ ...asked, signature })}`, headers: {} }
  },
  webhooks(at) {
    const domain = shopOf(at)
    const { facts } = aWorld({ facts: { domain } })
    const order = orderOf(first + at, new Date().toISOString(), [(at % PRODUCTS) + 1, ((at + 7) % PRODUCTS) + 1])
    const shelves = new Map(Array.from({ length: PRODUCTS }, (_, id) => [id + 1, id]))
    const body = Buffer.from(JSON.stringify(orderBody(order, shopper, facts, { products: shelves, variants: shelves })))
    return {
      method: 'POST',
      path: '/webhooks',
      body,
      headers: {
        'content-type': 'application/json',
        'content-length': String(body.length),
        'x-shopify-hmac-sha256': signWebhook(body, LOCAL_API_SECRET),
        'x-shopify-topic': 'orders/create',
        'x-shopify-shop-domain': domain,
        'x-shopify-webhook-id': `live-${first + at}`,
      },
    }
  },
  pages(at) {
    const token = signSessionToken({ key: LOCAL_API_KEY, secret: LOCAL_API_SECRET }, shopOf(at * 7), new Date())
    const headers = { authorization: `Bearer ${token}`, 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0' }
    return { method: 'GET', path: PAGES[at % PAGES.length]!, headers }
  },
}

/** The status; 0 where there was no answer. */
function send({ method, path, headers, body }: Asked): Promise<number> {
  return new Promise((resolve) => {
    const sent = request({ host: url.hostname, port: url.port, agent, method, path, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(send({ method, path, headers, ...(body && { body }) }))
      else resolve(0)
    })
    sent.end(body)
  })
}

async function live(kind: keyof typeof RATES): Promise<[keyof typeof RATES, { times: number[]; failed: number[] }]> {
  const times: number[] = []
  const failed: number[] = []
  const under: Promise<void>[] = []
  const began = performance.now()
  for (let at = 0; at < RATES[kind] * seconds; at += 1) {
    const due = began + (at / RATES[kind]) * 1_000
    if (due > performance.now()) await wait(due - performance.now())
    under.push(
      send(ask[kind](at)).then((status) => {
        if (status === 200) times.push(performance.now() - due)
        else failed.push(status)
      }),
    )
  }
  await Promise.all(under)
  return [kind, { times: times.sort((a, b) => a - b), failed }]
}

const lived = Object.fromEntries(await Promise.all((['door', 'webhooks', 'pages'] as const).map(live))) as unknown as Lived
agent.destroy()
process.stdout.write(`${JSON.stringify(lived)}\n`)
