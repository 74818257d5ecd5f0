import { request as httpRequest } from 'node:http'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyWebhook } from '#app/shopify/verify-webhook.server.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { localEnvironment, LOCAL_API_KEY, LOCAL_API_SECRET } from '../running/app-processes.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { openWithAll } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'
import { forgedSessionTokens } from './forged/session-tokens.ts'
import { forgedWebhooks } from './forged/webhooks.ts'

const SHOP = 'ours.myshopify.com'
const OTHER = 'theirs.myshopify.com'
const known = { key: LOCAL_API_KEY, secret: LOCAL_API_SECRET, shop: SHOP, other: OTHER }
const worlds = [SHOP, OTHER].map((domain) => aWorld({ facts: { domain, handle: domain.split('.')[0]! }, products: [aProduct()] }))
const BROWSER = { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0' }
const seed = 20_261_121

let running: RunningShop

beforeAll(async () => {
  running = await aRunningShop('forgeries', ...worlds)
  for (const domain of [SHOP, OTHER]) {
    await openWithAll(running.simulator, running.app.url, domain)
    await awaitSync(running.database, domain, () => {})
  }
  await awaitQuiet(running.simulator, running.database)
})

/** Whatever a forger could want to have changed. */
async function everything(): Promise<string> {
  const { rows } = await running.database.query<{ all: string }>(
    `SELECT json_build_array((SELECT count(*) FROM delivery), (SELECT json_agg(rule) FROM rule), (SELECT json_agg(session.* ORDER BY id) FROM session),
       (SELECT json_agg(shop.* ORDER BY id) FROM shop), (SELECT count(*) FROM "order"))::text AS all`,
  )
  return rows[0]!.all
}

/** Sends headers as they are, repeated ones too, which `fetch` would join. */
function send(path: string, method: string, headers: readonly (readonly [string, string])[], body?: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(running.app.url + path, { method, headers: [['host', 'localhost'], ...headers].flat() }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.once('error', reject).end(body)
  })
}

describe('a forged webhook', () => {
  const forged = forgedWebhooks(LOCAL_API_SECRET, SHOP)

  it('is told from a true one by its signature', () => {
    fc.assert(
      fc.property(forged, ({ headers, body }) => {
        const arrived = new Headers()
        for (const [name, value] of headers) arrived.append(name, value)
        expect(verifyWebhook(arrived, body, [LOCAL_API_SECRET], 0).kind).toBe('refused')
      }),
      { numRuns: 10_000, seed },
    )
  })

  it('is turned away at the door, and the process goes on', async () => {
    const before = await everything()
    for (const { how, headers, body } of fc.sample(forged, { numRuns: 300, seed }))
      expect([how, await send('/webhooks', 'POST', [...headers, ['content-length', String(body.length)]], body)]).toEqual([how, 401])
    expect(await everything()).toBe(before)
  })
})

describe('a forged session token', () => {
  const forged = forgedSessionTokens(known)

  it('lets nobody into the admin, however it is handed over', async () => {
    Object.assign(process.env, localEnvironment({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/none', appPort: 4910, shopPort: 4911 }))
    const { admit } = await import('#app/kit/door/admit.server.ts')
    await fc.assert(
      fc.asyncProperty(forged, fc.boolean(), async ({ token }, inUrl) => {
        const url = new URL('http://localhost:4910/app')
        if (inUrl) url.search = String(new URLSearchParams({ shop: SHOP, host: HOST, embedded: '1', id_token: token }))
        const request = new Request(url, { headers: inUrl ? BROWSER : { ...BROWSER, authorization: `Bearer ${token}` } })
        const thrown = await admit(request).then(
          () => 'let in',
          (reason: unknown) => reason,
        )
        expect(thrown).toBeInstanceOf(Response)
        expect((thrown as Response).status).toBeGreaterThanOrEqual(300)
        expect((thrown as Response).status).toBeLessThan(500)
      }),
      { numRuns: 6_000, seed },
    )
  })

  it('changes nothing through the door, and the process goes on', async () => {
    const before = await everything()
    const rule = Buffer.from(JSON.stringify({ is: { ...RULE, id: 'forged' } }))
    for (const { how, token } of fc.sample(forged, { numRuns: 200, seed })) {
      const status = await send(
        '/app/rules/forged.data',
        'PUT',
        [
          ...Object.entries(BROWSER),
          ['authorization', `Bearer ${token}`],
          ['content-type', 'application/json'],
          ['content-length', String(rule.length)],
        ],
        rule,
      )
      expect([how, status < 300 || status >= 500]).toEqual([how, false])
      const query = new URLSearchParams({ shop: SHOP, host: HOST, embedded: '1', id_token: token })
      const opened = await send(`/app?${query}`, 'GET', Object.entries(BROWSER))
      expect([how, opened < 300 || opened >= 500]).toEqual([how, false])
    }
    expect(await everything()).toBe(before)
    await openWithAll(running.simulator, running.app.url, SHOP)
  })
})

const HOST = Buffer.from('admin.shopify.com/store/ours').toString('base64url')
const RULE = {
  name: 'Forged',
  state: 'active',
  priority: 1,
  when: { kind: 'all', of: [] },
  offer: { where: { kind: 'all', of: [] }, joins: [], except: null, sort: 'best-selling', most: 1 },
}
