import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { aWorld } from '../../../a/world.ts'
import { openShop } from '../../state/open-shop.ts'
import { TOML } from '../admin-for-tests.ts'
import { readAppConfig } from '../app-config.ts'
import { offerApp, uninstall } from '../installation.ts'
import { signSessionToken } from './session-token.ts'
import { answerTokenRequest } from './token-door.ts'

const app = readAppConfig(TOML, { key: 'key', secret: 'local-shop-secret', url: 'http://localhost:1' })
const DOMAIN = 'tiny.myshopify.com'

function aDoor() {
  const clock = { now: new Date('2026-07-01T12:00:00Z') }
  const now = () => clock.now
  const shop = openShop(aWorld(), now)
  const installation = offerApp({
    app,
    shop,
    now,
    storefrontUrl: 'http://localhost:1',
    filesUrl: '',
    filesFolder: '',
    tell: () => undefined,
  })
  const post = async (said: object) => {
    const body = JSON.stringify({ client_id: 'key', client_secret: 'local-shop-secret', ...said })
    const request = new Request('http://localhost/admin/oauth/access_token', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })
    const response = await answerTokenRequest(request, installation)
    return { status: response.status, said: (await response.json()) as Record<string, string> }
  }
  const exchange = (subject = signSessionToken(app, DOMAIN, clock.now), more: object = {}) =>
    post({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: subject,
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
      expiring: '1',
      ...more,
    })
  return { clock, installation, post, exchange, refresh: (token: string) => post({ grant_type: 'refresh_token', refresh_token: token }) }
}

test('a session token becomes an expiring offline token, and the app is installed', async () => {
  const { exchange, installation } = aDoor()
  const { status, said } = await exchange()
  expect(status).toBe(200)
  expect(said).toMatchObject({
    expires_in: 3600,
    scope: 'read_products,write_products,read_orders,read_all_orders,read_customers,read_themes',
  })
  expect(installation.tokens.use(said['access_token']!)).toContain('read_orders')
  expect(installation.definitions.find('PRODUCT', 'app--40771', 'offers')?.storefront).toBe('PUBLIC_READ')
  expect(installation.subscriptions.to('orders/create')).toHaveLength(1)
})

test('an online token names its user', async () => {
  const { said } = await aDoor().exchange(undefined, { requested_token_type: 'urn:shopify:params:oauth:token-type:online-access-token' })
  expect(said).toMatchObject({ associated_user: { id: 1 }, associated_user_scope: expect.stringContaining('read_products') as string })
})

test('tokens that are forged, too old, of another shop, for another app or no tokens are refused', async () => {
  const { exchange, clock, installation } = aDoor()
  const good = signSessionToken(app, DOMAIN, clock.now)
  const [header, , mark] = good.split('.')
  const unsigned = Buffer.from('{"alg":"none"}').toString('base64url')
  const body = good.split('.')[1]!
  const bad = [
    signSessionToken({ ...app, secret: 'other' }, DOMAIN, clock.now),
    signSessionToken({ ...app, key: 'other' }, DOMAIN, clock.now),
    signSessionToken(app, 'other.myshopify.com', clock.now),
    signSessionToken(app, DOMAIN, new Date(clock.now.getTime() - 61_000)),
    signSessionToken(app, DOMAIN, new Date(clock.now.getTime() + 5_000)),
    `${header}.${Buffer.from(JSON.stringify({ dest: `https://${DOMAIN}` })).toString('base64url')}.${mark}`,
    `${unsigned}.${body}.${createHmac('sha256', app.secret).update(`${unsigned}.${body}`).digest('base64url')}`,
    'nonsense',
  ]
  for (const token of bad) expect(await exchange(token)).toMatchObject({ status: 400, said: { error: 'invalid_subject_token' } })
  expect(installation.installed).toBe(false)
})

test('the wrong client secret is refused', async () => {
  expect((await aDoor().post({ client_secret: 'guess', grant_type: 'refresh_token' })).status).toBe(401)
})

test('a refresh token works until its successor was used', async () => {
  const { exchange, refresh, installation } = aDoor()
  const first = (await exchange()).said
  const second = (await refresh(first['refresh_token']!)).said
  // The answer may have been lost: the old one still works.
  const again = await refresh(first['refresh_token']!)
  expect(again.status).toBe(200)
  expect(installation.tokens.use(second['access_token']!)).toBeDefined()
  expect(await refresh(first['refresh_token']!)).toMatchObject({ status: 400, said: { error: 'invalid_grant' } })
  expect((await refresh(second['refresh_token']!)).status).toBe(200)
})

test('access tokens die after an hour, and all with the installation', async () => {
  const { exchange, clock, installation } = aDoor()
  const { said } = await exchange()
  clock.now = new Date(clock.now.getTime() + 3_600_000)
  expect(installation.tokens.use(said['access_token']!)).toBeUndefined()
  const fresh = (await exchange()).said
  uninstall(installation)
  expect(installation.tokens.use(fresh['access_token']!)).toBeUndefined()
})
