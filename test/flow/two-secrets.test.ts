import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { LOCAL_API_KEY, LOCAL_API_SECRET, startApp, type AppProcesses } from '../running/app-processes.ts'
import { aSyncedShop, type SyncedShop } from '../running/synced-shop.ts'
import { signSessionToken } from '../simulator/admin/oauth/session-token.ts'
import { signProxy } from '../simulator/app-proxy/sign-proxy.ts'
import { signWebhook } from '../simulator/webhooks/sign-webhook.ts'

const world = aWorld({ products: [aProduct({ id: 1 }), aProduct({ id: 2 })] })
const SHOP = world.facts.domain
const LOGS = resolve('.data/test-logs/two-secrets-2')
/** Shopify signs with the older one for as long as there are two. */
const [OLD, NEW, NOBODYS] = [LOCAL_API_SECRET, `${LOCAL_API_SECRET}-renewed`, `${LOCAL_API_SECRET}-of-nobody`]

let synced: SyncedShop
let app: AppProcesses | undefined
beforeAll(async () => {
  mkdirSync(LOGS, { recursive: true })
  synced = await aSyncedShop('two-secrets', world)
  await synced.app.stop()
})
afterEach(() => app?.stop())

async function start(settings: Record<string, string>): Promise<void> {
  const { databaseUrl, shopPort } = synced
  app = await startApp({ databaseUrl, shopPort, appPort: Number(new URL(synced.app.url).port), logs: LOGS, settings })
}

const ask = async (path: string, init: RequestInit = {}): Promise<number> =>
  (await fetch(`${synced.app.url}${path}`, { redirect: 'manual', ...init })).status

/** How the three doors answer what is signed with a secret: a delivery, a shopper's ask and a merchant's page. */
async function answers(secret: string): Promise<readonly number[]> {
  const body = Buffer.from(JSON.stringify({ id: 9, title: 'Gone', updated_at: '2026-11-01T10:00:00Z' }))
  const delivery = await ask('/webhooks', {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-shopify-hmac-sha256': signWebhook(body, secret),
      'x-shopify-topic': 'products/delete',
      'x-shopify-shop-domain': SHOP,
      'x-shopify-webhook-id': randomUUID(),
    },
  })
  const query = new URLSearchParams({ shop: SHOP, logged_in_customer_id: '', path_prefix: '/apps/tandem', product: '1' })
  query.set('timestamp', String(Math.floor(Date.now() / 1000)))
  query.set('signature', signProxy(query, secret))
  const token = signSessionToken({ key: LOCAL_API_KEY, secret }, SHOP, new Date())
  const page = await ask('/app/history.data', { headers: { authorization: `Bearer ${token}` } })
  return [delivery, await ask(`/proxy/offers?${query}`), page]
}

it('while the secret is replaced, what either has signed is let in, and nothing else', async () => {
  await start({ SHOPIFY_API_SECRET: NEW, SHOPIFY_API_SECRET_BEFORE: OLD })
  expect(await answers(OLD)).toEqual([200, 200, 200])
  expect(await answers(NEW)).toEqual([200, 200, 200])
  const [delivery, offers, page] = await answers(NOBODYS)
  expect([delivery, offers]).toEqual([401, 401])
  expect(page).not.toBe(200)
})

it('once the old one is revoked, it opens nothing', async () => {
  await start({ SHOPIFY_API_SECRET: NEW })
  const [delivery, offers, page] = await answers(OLD)
  expect([delivery, offers]).toEqual([401, 401])
  expect(page).not.toBe(200)
  expect(await answers(NEW)).toEqual([200, 200, 200])
})
