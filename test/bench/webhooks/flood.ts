import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { LOCAL_API_SECRET } from '../../running/app-processes.ts'
import { orderBody } from '../../simulator/state/order-body.ts'
import { signWebhook } from '../../simulator/webhooks/sign-webhook.ts'
import { luckOf } from '../../simulator/world/random.ts'
import { busyShop, orderOf, PRODUCTS, shopper } from './busy-shop.ts'
import type { Flooded } from './flooded.ts'

/**
 * The process that Shopify is: `flood.ts URL FIRST COUNT RATE`. Sends one signed `orders/create` for each order from FIRST on,
 * RATE a second whatever the answers are like (0: all at once), and prints one line of JSON. An answer's time counts from the
 * moment at which its delivery was due.
 */
const [address, ...numbers] = process.argv.slice(2)
const [first, count, rate] = numbers.map(Number) as [number, number, number]
const url = new URL(address!)
const { facts, products } = busyShop(0)
const shelves = {
  products: new Map(products.map(({ id }) => [id, id])),
  variants: new Map(products.flatMap(({ variants }) => variants.map(({ id }) => [id, id]))),
}
const luck = luckOf('flood')
const agent = new Agent({ keepAlive: true, maxSockets: 400 })
const made = new Date().toISOString()
const deliveries = Array.from({ length: count }, (_, at) => {
  const order = orderOf(first + at, made, [1 + luck.below(PRODUCTS), 1 + luck.below(PRODUCTS)])
  const body = Buffer.from(JSON.stringify(orderBody(order, shopper, facts, shelves)))
  return { id: order.id, body, signature: signWebhook(body, LOCAL_API_SECRET) }
})

const times: number[] = []
const refused: number[] = []
const began = performance.now()
const under: Promise<void>[] = []
for (const [at, delivery] of deliveries.entries()) {
  const due = rate === 0 ? began : began + (at / rate) * 1_000
  if (due > performance.now()) await wait(due - performance.now())
  under.push(
    post(delivery).then((status) => {
      if (status === 200) times.push(performance.now() - due)
      else refused.push(delivery.id)
    }),
  )
}
await Promise.all(under)
const seconds = (performance.now() - began) / 1_000
agent.destroy()
const flooded: Flooded = { times: times.sort((a, b) => a - b), refused, seconds }
process.stdout.write(`${JSON.stringify(flooded)}\n`)

/** The status; 0 where there was no answer. */
function post(delivery: (typeof deliveries)[number]): Promise<number> {
  const { id, body, signature } = delivery
  return new Promise((resolve) => {
    const sent = request(url, {
      method: 'POST',
      agent,
      headers: {
        'content-type': 'application/json',
        'content-length': body.byteLength,
        'x-shopify-hmac-sha256': signature,
        'x-shopify-topic': 'orders/create',
        'x-shopify-shop-domain': facts.domain,
        'x-shopify-webhook-id': `flood-${id}`,
        'x-shopify-event-id': `event-${id}`,
        'x-shopify-triggered-at': made,
      },
    })
    sent.on('response', (answer) => answer.resume().on('end', () => resolve(answer.statusCode ?? 0)))
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed a connection that had long been idle, just when it was taken up again: nothing was sent.
      if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(post(delivery))
      else resolve(0)
    })
    sent.end(body)
  })
}
