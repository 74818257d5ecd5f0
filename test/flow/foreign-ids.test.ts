import { beforeAll, describe, expect, it } from 'vitest'
import { aCollection, aCustomer, anOrder, aProduct, aWorld } from '../a/world.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { openWithAll, publishInApp, putInApp } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import type { Ask } from './foreign/ask.ts'
import { ASKS } from './foreign/asks.ts'
import { everyRoute } from './foreign/every-route.ts'

const CANARY = 'Their-secret-thing'
const theirProduct = aProduct({ id: 7_000_001, title: `${CANARY} product`, handle: 'theirs', vendor: `${CANARY} vendor` })
const theirs = aWorld({
  facts: { domain: 'theirs.myshopify.com', handle: 'theirs', name: `${CANARY} shop` },
  products: [theirProduct, aProduct({ id: 7_000_002, title: `${CANARY} other` })],
  collections: [aCollection({ id: 7_000_003, title: `${CANARY} collection`, of: [theirProduct] })],
  customers: [aCustomer({ id: 7_000_004 })],
  orders: [
    anOrder({ id: 7_000_005, of: [theirProduct], customerId: 7_000_004, createdAt: new Date(Date.now() - 86_400_000).toISOString() }),
  ],
})
const ours = aWorld({ facts: { domain: 'ours.myshopify.com', handle: 'ours' }, products: [aProduct({ id: 1 }), aProduct({ id: 2 })] })
const OURS = ours.facts.domain
const THEIRS = theirs.facts.domain
const RULE = {
  id: 'rule-of-theirs',
  name: `${CANARY} rule`,
  state: 'active',
  priority: 1,
  when: { kind: 'all', of: [] },
  offer: { where: { kind: 'all', of: [] }, joins: [], except: null, sort: 'best-selling', most: 3 },
}

/** What the other shop owns, by kind, each beside an id of the same shape that nobody owns. */
const PAIRS: Readonly<Record<string, readonly [foreign: string, missing: string]>> = {
  product: ['7000001', '7999001'],
  variant: ['70000011', '79990011'],
  collection: ['7000003', '7999003'],
  customer: ['7000004', '7999004'],
  order: ['7000005', '7999005'],
  'order line': ['700000500', '799900500'],
  rule: [RULE.id, 'rule-of-nobody'],
  proposal: ['type theirs > type theirs-too', 'type nobodys > type nobodys-too'],
  version: ['7000007', '7999007'],
  shop: [THEIRS, 'nobody.myshopify.com'],
  session: [`offline_${THEIRS}`, 'offline_nobody.myshopify.com'],
  'data request': ['7000006', '7999006'],
  job: ['00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000004'],
  delivery: ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'],
  sentence: ['00000000-0000-4000-8000-000000000005', '00000000-0000-4000-8000-000000000006'],
}

let running: RunningShop
const quiet = () => awaitQuiet(running.simulator, running.database)

beforeAll(async () => {
  running = await aRunningShop('foreign-ids', ours, theirs)
  for (const domain of [OURS, THEIRS]) {
    await openWithAll(running.simulator, running.app.url, domain)
    await awaitSync(running.database, domain, () => {})
  }
  await putInApp(running.simulator, running.app.url, THEIRS, `/rules/${RULE.id}`, RULE)
  await publishInApp(running.simulator, running.app.url, THEIRS, `${CANARY} note`)
  await running.database.query('UPDATE rule_version SET number = $2 WHERE shop_id = $1', [THEIRS, PAIRS['version']![0]])
  await putInApp(running.simulator, running.app.url, THEIRS, `/rules/${RULE.id}`, { ...RULE, priority: 2 })
  await running.database.query(
    `INSERT INTO delivery (shop_id, topic, webhook_id, kept, triggered_at, applied_at)
     VALUES ($1, 'products/update', $2, '{"kind":"product","id":7000001}', now(), now())`,
    [THEIRS, PAIRS['delivery']![0]],
  )
  await running.database.query(`INSERT INTO proposal (shop_id, key, place, proposal, state) VALUES ($1, $2, 1, $3, 'open')`, [
    THEIRS,
    PAIRS['proposal']![0],
    {
      key: PAIRS['proposal']![0],
      trigger: { kind: 'type', name: CANARY },
      offered: { kind: 'type', name: CANARY },
      joins: [],
      examples: [],
    },
  ])
  await running.database.query(`INSERT INTO data_request (shop_id, id, customer_id, asked_at) VALUES ($1, '7000006', 7000004, now())`, [
    THEIRS,
  ])
  await running.database.query(
    `INSERT INTO copy_sentence (shop_id, id, locale, facet, tone, words, writer, state, made_at)
     VALUES ($1, $2, 'en', 'power', 'neutral', $3, 'merchant', 'waiting', now())`,
    [THEIRS, PAIRS['sentence']![0], `${CANARY} on {{power}}.`],
  )
  await quiet()
  await running.database.query(`UPDATE model_snapshot SET report = report || '{"serves": "${CANARY}"}' WHERE shop_id = $1`, [THEIRS])
  await running.database.query(
    `INSERT INTO jobs.job (id, name, data, singleton_key, policy, state, output, completed_on)
     VALUES ($1, 'check', $2, $3, 'stately', 'failed', $4, now())`,
    [PAIRS['job']![0], { shop: THEIRS }, THEIRS, { message: `${CANARY} reason` }],
  )
})

/** Every row that belongs to the other shop, and what the app wrote into it. */
async function whatIsTheirs(): Promise<string> {
  const { rows: tables } = await running.database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'shop_id' ORDER BY 1`,
  )
  const rows: unknown[] = []
  for (const { name } of tables)
    rows.push(
      name,
      (await running.database.query(`SELECT to_jsonb(t) - 'id' AS row FROM "${name}" t WHERE shop_id = $1 ORDER BY t::text`, [THEIRS]))
        .rows,
    )
  rows.push((await running.database.query(`SELECT id, state FROM jobs.job WHERE data->>'shop' = $1 ORDER BY id`, [THEIRS])).rows)
  rows.push((await running.database.query('SELECT id, access_token FROM session WHERE shop = $1', [THEIRS])).rows)
  const shop = running.simulator.shops.get(THEIRS)!
  rows.push([...shop.products.keys()].map((id) => shop.metafields.of(`gid://shopify/Product/${id}`).map(({ value }) => value)))
  return JSON.stringify(rows)
}

/** The status and the words of the answer, with the id that was sent taken out of them. */
async function answer(ask: Ask, id: string): Promise<{ status: number; said: string }> {
  const isPage = !ask.asFile && (ask.path === '/app' || ask.path.startsWith('/app/') || ask.path.startsWith('/app?'))
  const [path, query] = ask.path.split('?') as [string, string | undefined]
  const response = await fetch(`${running.app.url}${path}${isPage ? '.data' : ''}${query ? `?${query}` : ''}`, {
    method: ask.method,
    redirect: 'manual',
    headers: {
      'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0',
      authorization: `Bearer ${running.simulator.sessionToken(OURS)}`,
      ...ask.headers,
    },
    ...(ask.body !== undefined && { body: ask.body }),
  })
  // Each answer has a nonce of its own.
  const said = (await response.text()).replaceAll(/\bnonce(=|":)"[^"]*"/g, '')
  expect([ask, said.includes(CANARY)]).toEqual([ask, false])
  return { status: response.status, said: id === '' ? said : said.replaceAll(id, '‹id›').replaceAll(encodeURIComponent(id), '‹id›') }
}

it('is tried on every route of the app', () => {
  expect(Object.keys(ASKS).toSorted()).toEqual(everyRoute())
})

/** What needs no second try with another kind of id: methods that an address does not take, and what names no id at all. */
const settled = new Set<string>()

/** Writes that the app has taken. */
let taken = 0

/** Sends the same with a foreign id and with nobody's, and expects the same of both. */
async function compare(route: string, asks: readonly Ask[], foreign: string, others: readonly Ask[], missing: string): Promise<void> {
  for (const [at, ask] of asks.entries()) {
    const other = others[at]!
    const whole = JSON.stringify(ask)
    const method = `${ask.method} ${route} ${ask.path.replaceAll(encodeURIComponent(foreign), '')}`
    if (settled.has(method) || settled.has(whole)) continue
    const one = await answer(ask, foreign)
    expect([ask, one]).toEqual([ask, await answer(other, missing)])
    expect([ask, one.status < 500]).toEqual([ask, true])
    if (!isRead(ask) && one.status < 400) taken += 1
    if (one.status === 405) settled.add(method)
    if (whole === JSON.stringify(other)) settled.add(whole)
  }
}

const isRead = ({ method }: Ask) => method === 'GET'
const isWrite = (ask: Ask) => !isRead(ask)

describe.each(everyRoute())('as one shop, at “%s”', (route) => {
  it('reading by an id of another shop is the same as by none', async () => {
    for (const [foreign, missing] of Object.values(PAIRS))
      await compare(route, ASKS[route]!(foreign, OURS).filter(isRead), foreign, ASKS[route]!(missing, OURS).filter(isRead), missing)
  })
})

describe.each(everyRoute())('as one shop, at “%s”', (route) => {
  it('writing by an id of another shop is the same as by none, and changes nothing there', async () => {
    const before = await whatIsTheirs()
    taken = 0
    for (const [foreign, missing] of Object.values(PAIRS)) {
      const [asks, others] = [ASKS[route]!(foreign, OURS), ASKS[route]!(missing, OURS)].map((all) => all.filter(isWrite)) as [Ask[], Ask[]]
      await compare(route, asks, foreign, others, missing)
    }
    if (taken > 0) await quiet()
    expect(await whatIsTheirs()).toBe(before)
  })

  it('shows nothing of the other shop on the pages of what was written', async () => {
    if (taken === 0) return
    for (const page of [
      '/app',
      '/app/rules',
      '/app/rules/mine',
      '/app/rules/list/problems',
      '/app/rules/list/discounts',
      '/app/products',
      '/app/review',
      '/app/history',
      '/app/settings/accuracy',
      '/app/placements',
      '/app/settings',
      '/app/settings/status',
    ]) {
      await answer({ method: 'GET', path: page }, '')
    }
  })
})
