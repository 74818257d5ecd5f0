import { beforeAll, expect, it } from 'vitest'
import { anOrder, aProduct, aWorld } from '../../a/world.ts'
import { LOCAL_API_SECRET } from '../../running/app-processes.ts'
import { awaitQuiet } from '../../running/await-quiet.ts'
import { awaitSync } from '../../running/await-setup.ts'
import { openWithAll, publishInApp, putInApp, readPage } from '../../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../../running/running-shop.ts'
import { writtenInTables } from '../../running/what-is-written.ts'
import { signProxy } from '../../simulator/app-proxy/sign-proxy.ts'
import { shopNamedIn } from '../../simulator/state/shop-body.ts'
import { aRule, ofType } from '../../a/rule.ts'
import { BODIES, spoilt } from './bodies.ts'
import { CUSTOMER, PERSON, tellsOf } from './canaries.ts'
import { watch, type Watch } from './watch.ts'

const products = [1, 2].map((id) => aProduct({ id, productType: id === 1 ? 'Laptop' : 'Sleeve' }))
const world = aWorld({
  products,
  customers: [CUSTOMER, { ...CUSTOMER, id: 8 }, { ...CUSTOMER, id: 9 }],
  orders: [1, 2].map((id) =>
    anOrder({
      id,
      of: products,
      customerId: 7,
      createdAt: new Date(Date.now() - 86_400_000).toISOString(),
      attributes: { note: PERSON.note },
    }),
  ),
})
const DOMAIN = world.facts.domain
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'

let running: RunningShop
let watching: Watch

beforeAll(async () => {
  running = await aRunningShop('canary', world)
  watching = watch({ ...running, name: 'canary' }, DOMAIN)
  await openWithAll(running.simulator, running.app.url, DOMAIN)
  await awaitSync(running.database, DOMAIN, () => {})
  await quiet()
  watching.noteTokens()
})

const quiet = () => awaitQuiet(running.simulator, running.database)

it('would find them: a token that somebody writes into a table, and whatever anybody writes into a log', async () => {
  const { database } = running
  await database.query('UPDATE session SET state = $1', [watching.tokens[0]])
  expect(tellsOf(await writtenInTables(database), watching.tokens).map((found) => found.split(':')[0])).toEqual(['public.session'])
  await database.query(`UPDATE session SET state = ''`)
  expect(tellsOf([['a log', `Order of ${encodeURIComponent(PERSON.street)} failed`]], [])).toHaveLength(1)
})

it('installing and syncing leave no person and no token anywhere', () => watching.nothingTold())

it('deliveries of every topic leave none, nor do broken, unsigned and unwanted ones', async () => {
  for (const [topic, told] of Object.entries(BODIES)) {
    const body = { ...shopNamedIn(topic, { domain: DOMAIN }), ...told }
    expect({ topic, status: await watching.post(topic, JSON.stringify(body)) }).toEqual({ topic, status: 200 })
    expect(await watching.post(topic, JSON.stringify(body), 'another-secret-of-someone')).toBe(401)
    for (const text of spoilt(body)) expect(await watching.post(topic, text)).toBeOneOf([200, 400])
  }
  await quiet()
  await watching.nothingTold()
})

it('what happens in the shop itself leaves none', async () => {
  const shop = running.simulator.shops.get(DOMAIN)!
  const order = shop.placeOrder({
    customerId: 7,
    lines: [{ variantId: 11, quantity: 2, properties: { Engraving: PERSON.firstName } }],
    attributes: { note: PERSON.note },
  })
  shop.refund(order.id, { lines: { [order.lines[0]!.id]: 1 } })
  shop.requestCustomerData(7)
  shop.mergeCustomers(7, 8)
  running.simulator.expireTokens(DOMAIN)
  await putInApp(
    running.simulator,
    running.app.url,
    DOMAIN,
    '/rules/sleeves',
    aRule({ id: 'sleeves', when: ofType('Laptop'), where: ofType('Sleeve') }),
  )
  await publishInApp(running.simulator, running.app.url, DOMAIN)
  await quiet()
  watching.noteTokens()
  await watching.nothingTold()
})

it('Shopify’s own words about what went wrong are not repeated with them', async () => {
  const { graphql, token } = running.simulator.weather(DOMAIN)
  const message = `Owner ${PERSON.email} (${PERSON.phone}) has no access with ${watching.tokens[0]}`
  graphql.next(9, { kind: 'user-error', at: 0, message }, 'metafieldsSet')
  token.next(1, { kind: 'status', status: 503 })
  running.simulator.expireTokens(DOMAIN)
  await putInApp(
    running.simulator,
    running.app.url,
    DOMAIN,
    '/rules/laptops',
    aRule({ id: 'laptops', when: ofType('Sleeve'), where: ofType('Laptop') }),
  )
  await publishInApp(running.simulator, running.app.url, DOMAIN)
  await quiet()
  running.simulator.weather(DOMAIN).clear()
  watching.noteTokens()
  await watching.nothingTold()
})

it('the admin shows none, whatever goes wrong in it', async () => {
  const person = new URLSearchParams({ ...PERSON, shop: DOMAIN })
  for (const path of [
    '',
    '/rules',
    '/rules/nowhere',
    '/products/1',
    '/products/x',
    '/review',
    '/history',
    '/history/1',
    '/placements',
    '/settings',
    '/settings/privacy',
    '/settings/privacy/requests/501',
    '/nowhere',
  ])
    watching.answers.push([path, await readPage(running.simulator, running.app.url, DOMAIN, path).catch((error: Error) => error.message)])
  const json = { 'content-type': 'application/json' }
  for (const path of [
    '/app',
    '/app/rules/r1',
    '/app/rules/reach',
    '/app/settings',
    '/app/settings/privacy',
    '/app/leave',
    '/app/nowhere',
  ]) {
    const headers = { 'user-agent': BROWSER, authorization: `Bearer ${watching.sessionToken()}` }
    for (const address of [`${path}?${person}`, `${path}.data?${person}`]) {
      await watching.ask(address, { headers: { 'user-agent': BROWSER, authorization: `Bearer ${watching.sessionToken()}x` } })
      await watching.ask(address, { headers: { 'user-agent': BROWSER } })
      for (const method of ['PUT', 'POST', 'PATCH'])
        for (const body of [JSON.stringify(PERSON), `{"${PERSON.email}`, JSON.stringify([Object.values(PERSON)])])
          await watching.ask(address, { method, headers: { ...headers, ...json }, body })
    }
  }
  await watching.ask(`/auth/login?${person}`)
  await watching.ask(`/nowhere?${person}`)
  await watching.nothingTold()
})

it('the storefront’s door shows none', async () => {
  const query = new URLSearchParams({
    shop: DOMAIN,
    logged_in_customer_id: '7',
    path_prefix: '/apps/tandem',
    timestamp: String(Math.floor(Date.now() / 1000)),
  })
  const signed = (more: Record<string, string> = {}) => {
    const full = new URLSearchParams({ ...Object.fromEntries(query), ...more })
    const signature = signProxy(full, LOCAL_API_SECRET)
    watching.tokens.push(signature)
    return `/proxy/offers?${full}&signature=${signature}`
  }
  expect(await watching.ask(signed({ product: '1' }))).toBeLessThan(500)
  for (const [name, value] of Object.entries(PERSON)) {
    expect(await watching.ask(signed({ [name]: value }))).toBe(400)
    expect(await watching.ask(signed({ product: value }))).toBe(400)
    expect(await watching.ask(`${signed({ product: '1' })}0&${new URLSearchParams({ [name]: value })}`)).toBeOneOf([400, 401])
  }
  await watching.nothingTold()
})

it('redaction, uninstalling and the shop’s own end leave none', async () => {
  const shop = running.simulator.shops.get(DOMAIN)!
  shop.redactCustomer(7)
  await quiet()
  running.simulator.revokeTokens(DOMAIN)
  running.simulator.uninstall(DOMAIN)
  shop.redactShop()
  await quiet()
  await watching.nothingTold()
})
