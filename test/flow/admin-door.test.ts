import { createHmac } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { LOCAL_API_KEY, LOCAL_API_SECRET } from '../running/app-processes.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { openWithAll, putInApp } from '../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'

const ours = aWorld({ facts: { domain: 'ours.myshopify.com', handle: 'ours' }, products: [aProduct({ id: 1 }), aProduct({ id: 2 })] })
const theirs = aWorld({ facts: { domain: 'theirs.myshopify.com', handle: 'theirs' }, products: [aProduct({ id: 1 }), aProduct({ id: 3 })] })
const OURS = ours.facts.domain
const THEIRS = theirs.facts.domain

let running: RunningShop

beforeAll(async () => {
  running = await aRunningShop('admin-door', ours, theirs)
  for (const domain of [OURS, THEIRS]) {
    await openWithAll(running.simulator, running.app.url, domain)
    await awaitSync(running.database, domain, () => {})
  }
  await awaitQuiet(running.simulator, running.database)
})

const one = async (sql: string) => Object.values((await running.database.query<Record<string, unknown>>(sql)).rows[0]!)[0]

describe('the admin door', () => {
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = () => Math.floor(Date.now() / 1000)
  const claims = (changes = {}) => ({
    iss: `https://${OURS}/admin`,
    dest: `https://${OURS}`,
    aud: LOCAL_API_KEY,
    sub: '1',
    exp: now() + 60,
    nbf: now() - 5,
    iat: now(),
    jti: 'j',
    sid: 's',
    ...changes,
  })
  function token(payload: object, { secret = LOCAL_API_SECRET, header = { alg: 'HS256', typ: 'JWT' } as object } = {}): string {
    const signed = `${base64(header)}.${base64(payload)}`
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
  }
  const rule = {
    id: 'forged',
    name: 'Forged',
    state: 'active',
    priority: 1,
    when: { kind: 'all', of: [] },
    offer: { where: { kind: 'all', of: [] }, joins: [], except: null, sort: 'best-selling', most: 1 },
  }
  const put = (bearer: string) =>
    fetch(`${running.app.url}/app/rules/forged.data`, {
      method: 'PUT',
      redirect: 'manual',
      headers: { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0', authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ is: rule }),
    })

  it('lets nobody in whose session token Shopify did not sign for this app, now', async () => {
    const good = token(claims())
    const [head, body, signature] = good.split('.') as [string, string, string]
    const forgeries = [
      '',
      'x',
      `${head}.${body}.`,
      `${head}.${base64(claims({ dest: `https://${THEIRS}` }))}.${signature}`,
      `${base64({ alg: 'none', typ: 'JWT' })}.${body}.`,
      token(claims(), { header: { alg: 'none', typ: 'JWT' } }),
      token(claims(), { secret: 'another-secret-of-someone' }),
      token(claims({ aud: 'another-app' })),
      token(claims({ exp: now() - 120, nbf: now() - 180, iat: now() - 180 })),
      token(claims({ nbf: now() + 3600 })),
    ]
    for (const forged of forgeries) expect((await put(forged)).status).not.toBe(200)
    expect(await one('SELECT count(*) FROM rule')).toBe('0')
    expect((await put(good)).status).toBe(200)
    expect(await one('SELECT count(*) FROM rule')).toBe('1')
  })

  it('shows one shop nothing of another, and says the same as of what does not exist', async () => {
    await putInApp(running.simulator, running.app.url, THEIRS, '/rules/theirs', { ...rule, id: 'theirs' })
    const get = (path: string) =>
      fetch(`${running.app.url}/app${path}.data`, {
        headers: { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0', authorization: `Bearer ${token(claims())}` },
      })
    for (const [foreign, missing] of [
      ['/rules/theirs', '/rules/nothing'],
      ['/products/3', '/products/999'],
    ] as const) {
      const [a, b] = [await get(foreign), await get(missing)]
      expect(a.status).toBe(b.status)
      expect(await a.text()).toBe(await b.text())
    }
    const removal = await fetch(`${running.app.url}/app/rules/theirs.data`, {
      method: 'DELETE',
      headers: { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0', authorization: `Bearer ${token(claims())}` },
    })
    expect(removal.status).not.toBe(200)
    expect(await one(`SELECT count(*) FROM rule WHERE id = 'theirs'`)).toBe('1')
  })
})

describe('leaving', () => {
  it('ends every token, and nothing of ours runs for the shop any more', async () => {
    running.simulator.uninstall(THEIRS)
    await awaitQuiet(running.simulator, running.database)
    expect(await one(`SELECT count(*) FROM session WHERE shop = '${THEIRS}'`)).toBe('0')
    expect(await one(`SELECT uninstalled_at IS NOT NULL FROM shop WHERE id = '${THEIRS}'`)).toBe(true)
  })
})
