import { expect } from 'vitest'
import { aCollection, aCustomer, anOrder, aProduct, aWorld } from '../../a/world.ts'
import { awaitQuiet, isBusy } from '../../running/await-quiet.ts'
import { awaitSync } from '../../running/await-setup.ts'
import { eventually } from '../../running/eventually.ts'
import { openWithAll, publishInApp, putInApp } from '../../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../../running/running-shop.ts'
import type { Ask } from './ask.ts'
import { readTheirs } from './read-theirs.ts'

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
export const OURS = ours.facts.domain
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
export const PAIRS: Readonly<Record<string, readonly [foreign: string, missing: string]>> = {
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

export interface TwoShops extends RunningShop {
  readonly quiet: () => Promise<void>
  /** Resolves once no job that was asked for is left to do. */
  readonly idle: () => Promise<void>
  /** Every row that belongs to the other shop, and what the app wrote into it. */
  readonly whatIsTheirs: () => Promise<string>
  /** The status and the words of the answer, with the id that was sent taken out of them. */
  readonly answer: (ask: Ask, id: string) => Promise<{ status: number; said: string }>
}

/** Two shops that the app has read: the one that asks, and another that owns a thing of every kind. */
export async function twoShops(name: string): Promise<TwoShops> {
  const running = await aRunningShop(name, ours, theirs)
  const quiet = () => awaitQuiet(running.simulator, running.database)
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
  const idle = () => eventually('no job is left to do', async () => !(await isBusy(running.database)))
  return { ...running, quiet, idle, whatIsTheirs: () => readTheirs(running, THEIRS), answer: (ask, id) => answer(running, ask, id) }
}

/** The status and the words of the answer, with the id that was sent taken out of them. */
async function answer(running: RunningShop, ask: Ask, id: string): Promise<{ status: number; said: string }> {
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
