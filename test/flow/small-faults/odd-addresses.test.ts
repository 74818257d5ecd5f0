import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { aWorld } from '../../a/world.ts'
import { openWithAll } from '../../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../../running/running-shop.ts'
import { sendRequest } from '../../running/send-request.ts'

const world = aWorld({ facts: { domain: 'ours.myshopify.com', handle: 'ours' } })
const OURS = world.facts.domain
const BROWSER = { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0' }

let running: RunningShop
beforeAll(async () => {
  running = await aRunningShop('odd-addresses', world)
  await openWithAll(running.simulator, running.app.url, OURS)
})

const ask = (target: string, method = 'GET', headers: Record<string, string> = BROWSER) =>
  sendRequest(running.app.url, target, { method, headers })
const hostOf = (admin: string) => Buffer.from(admin).toString('base64').replace(/=+$/, '')
const opened = (more: Record<string, string>) => `?${new URLSearchParams({ shop: OURS, ...more })}`
const said = () => readFileSync('.data/test-logs/odd-addresses/server.log', 'utf8')

describe('an address of the admin that names no shop', () => {
  it.each(['/app', '/app/rules', '/app?embedded=1', '/app?host=x', '/app.data', '/auth/login', '/auth/session-token', '/auth/exit-iframe'])(
    'leads to what the app is: %s',
    async (path) => {
      const { status, headers, said } = await ask(path)
      const leadsTo = path.endsWith('.data') ? /"\/"/.exec(said)?.[0] : headers.location
      expect([status, leadsTo]).toEqual(path.endsWith('.data') ? [202, '"/"'] : [302, '/'])
    },
  )

  it('takes no change', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect((await ask('/app.data?index', method)).status).toBe(401)
  })
})

describe('a launch address', () => {
  const FOREIGN = [
    'evil.myshopify.com/admin',
    'evil.myshopify.com/pages/phishing?',
    'evil.myshopify.com',
    'ours.myshopify.com/pages/anything',
    'ours.myshopify.com/admin/../pages/anything',
    'ours.myshopify.com/admin?to=',
    'ours.myshopify.com:8443/admin',
    'name@ours.myshopify.com/admin',
    'admin.shopify.com/store/evil',
    'admin.shopify.com/store/ours/../evil',
    'admin.shopify.com/store/',
    'admin.shopify.com',
    'evil.shopify.com/store/ours',
    'evil.example/store/ours',
  ]

  it.each(FOREIGN)('whose host is %s leads nowhere', async (admin) => {
    for (const more of [{}, { embedded: '1' }, { id_token: 'forged' }])
      for (const path of ['/app', '/app/rules', '/auth/session-token', '/auth/exit-iframe']) {
        const { status, headers } = await ask(path + opened({ host: hostOf(admin), ...more }))
        expect([path, more, status, headers.location]).toEqual([path, more, 400, undefined])
      }
  })

  it.each([
    ['of one character', 'Og'],
    ['empty', ''],
    ['half an escape', '%'],
    ['long', 'x'.repeat(3_000)],
    ['the shop’s name', 'ours'],
    ['cut short', hostOf('admin.shopify.com/store/ours').slice(0, 7)],
  ])('whose host is no host is refused in our words: %s', async (_, host) => {
    const { status, said } = await ask(`/app${opened({ host })}`)
    expect(status).toBe(400)
    expect(said).toContain('not the address of a shop’s admin')
  })

  it.each(['evil.example', 'ours.myshopify.com.evil.example', 'ours', '', 'admin.shopify.com/store/ours', 'ours.shopify.com'])(
    'whose shop is no shop is refused in our words: %s',
    async (shop) => {
      const { status, said } = await ask(`/app?${new URLSearchParams({ shop, host: hostOf('admin.shopify.com/store/ours') })}`)
      expect(status).toBe(400)
      expect(said).toContain('not the address of a shop’s admin')
    },
  )

  it.each([
    'https://evil.example/',
    'javascript:alert(1)',
    '//evil.example',
    '',
    'http://[',
    'data:text/html,x',
    'https://evil.myshopify.com/admin',
    'https://admin.shopify.com/store/evil/settings',
    'https://admin.shopify.com/store/ours/../evil',
    'https://admin.shopify.com/store/ours%2f..%2fevil',
    'https://ours.myshopify.com/pages/anything',
  ])('that leads out of the frame to %s is refused in our words', async (exitIframe) => {
    const { status, said } = await ask(`/auth/exit-iframe${opened({ host: hostOf('admin.shopify.com/store/ours'), exitIframe })}`)
    expect([status, said]).toEqual([400, 'This address leads nowhere'])
  })

  it('leads to the shop’s own admin, in either of its forms', async () => {
    for (const admin of ['admin.shopify.com/store/ours', 'ours.myshopify.com/admin']) {
      const { status, headers } = await ask(`/app${opened({ host: hostOf(admin) })}`)
      expect([status, headers.location]).toEqual([302, `https://${admin}/apps/local-shop-key`])
    }
  })

  it('of a shop that has renamed its admin opens with Shopify’s own word for the shop', async () => {
    const more = { embedded: '1', host: hostOf('admin.shopify.com/store/renamed'), id_token: running.simulator.sessionToken(OURS) }
    expect((await ask(`/app${opened(more)}`)).status).toBe(200)
  })
})

it.each(['TRACE', 'PROPFIND', 'LINK', 'PURGE', 'M-SEARCH'])('%s is no method of ours, at any address', async (method) => {
  for (const path of ['/', '/app', `/app${opened({ host: hostOf('admin.shopify.com/store/ours') })}`, '/healthz', '/nowhere']) {
    const { status, headers } = await ask(path, method)
    expect([path, status]).toEqual([path, 405])
    expect(headers.allow).toContain('GET')
  }
})

it('nothing of it is told as an error of ours', () => {
  expect(said()).not.toMatch(/"level":(50|60)|Detected call|node_modules/)
})
