import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import { readEvents } from '#app/signals/storefront-events/read-events.ts'
import { bundlePixel } from '../running/bundle-pixel.ts'

let code: string
beforeAll(async () => {
  code = await bundlePixel()
})

const settings = { endpoint: 'https://app.example.com/events', token: 'sealed1.ab.cd' }
const seen = (...products: unknown[]) => ({
  id: 'e-1',
  clientId: 'c-1',
  name: 'tandem:seen',
  customData: { offers: products.map((product) => ({ soldBy: 'product-page/rule/r1', product })) },
})

/** The built pixel in a place that has as little as Shopify's strict sandbox. */
function run(fetch: (...posted: unknown[]) => Promise<unknown> = () => Promise.resolve()) {
  const posts: { address: string; body: unknown; init: RequestInit }[] = []
  const heard = new Map<string, (event: object) => void>()
  const timers: (() => void)[] = []
  let render: ((api: object) => void) | undefined
  const place = {
    shopify: { extend: (point: string, draw: (api: object) => void) => point === 'WebPixel::Render' && (render = draw) },
    setTimeout: (then: () => void) => timers.push(then),
    fetch: (address: string, init: RequestInit) => {
      posts.push({ address, body: JSON.parse(init.body as string), init })
      return fetch(address, init)
    },
  }
  runInNewContext(code, place)
  render?.({ analytics: { subscribe: (name: string, hear: (event: object) => void) => heard.set(name, hear) }, settings })
  return {
    posts,
    hear: (event: { readonly name: string; readonly [more: string]: unknown }) => heard.get(event.name)?.(event),
    pass: () => timers.splice(0).forEach((then) => then()),
    names: [...heard.keys()],
  }
}

it('is small, and hears of offers and of orders alone', () => {
  expect(gzipSync(code).byteLength).toBeLessThan(2_000)
  expect(run().names).toEqual(['tandem:seen', 'tandem:clicked', 'tandem:added', 'tandem:reached', 'checkout_completed'])
})

it('posts what was seen in one batch, as the app reads it, so that it outlives the page', () => {
  const { posts, hear, pass } = run()
  hear(seen(1, 2))
  hear({ ...seen(3), id: 'e-2' })
  expect(posts).toEqual([])
  pass()
  expect(posts.map(({ address, init }) => [address, init.keepalive, init.method])).toEqual([[settings.endpoint, true, 'POST']])
  expect(readEvents(JSON.stringify(posts[0]!.body))).toMatchObject({
    kind: 'batch',
    batch: { visitor: 'c-1', events: [{ product: 1 }, { product: 2 }, { product: 3 }] },
  })
})

it('posts at once what a shopper does, with what waits', () => {
  const { posts, hear } = run()
  hear(seen(1))
  hear({ ...seen(1), id: 'e-2', name: 'tandem:added' })
  hear({ id: 'e-3', clientId: 'c-1', name: 'checkout_completed', data: { checkout: { order: { id: 'gid://shopify/Order/77' } } } })
  const events = posts.flatMap(({ body }) => (body as { events: object[] }).events)
  expect(events).toMatchObject([{ kind: 'seen' }, { kind: 'added' }, { kind: 'ordered', order: 77 }])
})

it('tells nothing of what is no offer, nor of a browser without a name', () => {
  const { posts, hear, pass } = run()
  hear(seen('x', null, -1, 2.5))
  hear({ ...seen(), customData: { offers: [{ soldBy: 'javascript:alert(1)', product: 1 }, null, 'x'] } })
  hear({ ...seen(), customData: null })
  hear({ ...seen(1), clientId: '' })
  hear({ id: 'e-9', clientId: 'c-1', name: 'checkout_completed', data: { checkout: { order: null } } })
  pass()
  expect(posts).toEqual([])
})

it('sends with the next batch what could not be sent', async () => {
  let isDown = true
  const { posts, hear } = run(() => (isDown ? Promise.reject(new Error('down')) : Promise.resolve()))
  hear({ ...seen(1), name: 'tandem:added' })
  await new Promise((resolve) => setImmediate(resolve))
  isDown = false
  hear({ ...seen(2), id: 'e-2', name: 'tandem:clicked' })
  expect((posts[1]!.body as { events: object[] }).events).toMatchObject([
    { kind: 'added', product: 1 },
    { kind: 'clicked', product: 2 },
  ])
})
