import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../../a/world.ts'
import { LOCAL_API_SECRET } from '../../running/app-processes.ts'
import { openApp } from '../../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../../running/running-shop.ts'
import { signWebhook } from '../../simulator/webhooks/sign-webhook.ts'
import { within } from './within.ts'

const world = aWorld({ products: [aProduct({ id: 1 }), aProduct({ id: 2 })] })
/** As many as a merchant's bulk change has sent at once, each as large as a product of a hundred variants. */
const [MANY, BYTES] = [200, 150_000]
const body = Buffer.from(JSON.stringify({ id: 9, updated_at: '2026-11-01T10:00:00Z', body_html: 'x'.repeat(BYTES) }))

let running: RunningShop
beforeAll(async () => {
  running = await aRunningShop('many-large', world)
  await openApp(running.simulator, running.app.url, world.facts.domain)
})

/** A delivery whose head is sent; its body goes when `isTime` resolves. Resolves to the status. */
function begin(isTime: Promise<unknown>): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      'x-shopify-hmac-sha256': signWebhook(body, LOCAL_API_SECRET),
      'x-shopify-topic': 'products/delete',
      'x-shopify-shop-domain': world.facts.domain,
      'x-shopify-webhook-id': randomUUID(),
    }
    const sent = request(`${running.app.url}/webhooks`, { method: 'POST', headers, agent: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode!)
    })
    sent.once('error', reject)
    sent.flushHeaders()
    void isTime.then(() => sent.end(body))
  })
}

it('many large deliveries at once, all from one network, are each acknowledged', async () => {
  const heads = Promise.withResolvers<void>()
  const all = Promise.all(Array.from({ length: MANY }, () => begin(heads.promise)))
  // Whoever is refused hears it before the body is sent.
  const connected = new Promise((resolve) => setTimeout(resolve, 500))
  void connected.then(() => heads.resolve())
  expect(new Set(await within(30, 'All of them', all))).toEqual(new Set([200]))
})
