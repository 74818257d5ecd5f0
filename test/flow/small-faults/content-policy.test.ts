import { beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../../a/world.ts'
import { openWithAll } from '../../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../../running/running-shop.ts'
import { sendRequest } from '../../running/send-request.ts'
import { everyRoute } from '../foreign/every-route.ts'

const world = aWorld({ facts: { domain: 'ours.myshopify.com', handle: 'ours' }, products: [aProduct()] })
const OURS = world.facts.domain
const HOST = Buffer.from('admin.shopify.com/store/ours').toString('base64url')
const BROWSER = { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0' }

let running: RunningShop
beforeAll(async () => {
  running = await aRunningShop('content-policy', world)
  await openWithAll(running.simulator, running.app.url, OURS)
})

async function policyOf(target: string, method = 'GET', headers: Record<string, string> = BROWSER) {
  const { headers: answered, said } = await sendRequest(running.app.url, target, { method, headers })
  const directives = String(answered['content-security-policy'])
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
  const policy = new Map(directives.map(([name, ...sources]) => [name!, sources]))
  const nonce = /'nonce-([^']+)'/.exec(policy.get('script-src')?.join(' ') ?? '')?.[1]
  return { policy, nonce, said, isHtml: String(answered['content-type']).startsWith('text/html') }
}

const openedAt = (path: string) =>
  `${path}?${new URLSearchParams({ embedded: '1', shop: OURS, host: HOST, id_token: running.simulator.sessionToken(OURS) })}`

it.each(everyRoute().filter((route) => route !== 'webhooks'))(
  'only our scripts and App Bridge run on what “%s” answers, good or bad',
  async (route) => {
    const path = `/${route.replace(/:\w+|\*/, 'nothing')}`
    const signedIn = { ...BROWSER, authorization: `Bearer ${running.simulator.sessionToken(OURS)}` }
    const nonces: (string | undefined)[] = []
    for (const [target, method, headers] of [
      [openedAt(path), 'GET', BROWSER],
      [openedAt(path), 'GET', BROWSER],
      [path, 'GET', BROWSER],
      [`${path}?shop=evil`, 'GET', BROWSER],
      [`${path}%00`, 'GET', BROWSER],
      [path, 'TRACE', BROWSER],
      [path, 'POST', signedIn],
      [`${path}.data`, 'GET', signedIn],
    ] as const) {
      const { policy, nonce, said, isHtml } = await policyOf(target, method, headers)
      const scripts = policy.get('script-src') ?? policy.get('default-src') ?? ['anything']
      expect(
        scripts.filter(
          (source) =>
            !/^('self'|'none'|'nonce-[\w+/=]{22,}'|https:\/\/cdn\.shopify\.com\/shopifycloud\/|http:\/\/localhost:\d+\/app-bridge\.js)$/.test(
              source,
            ),
        ),
      ).toEqual([])
      expect([target, policy.get('object-src') ?? policy.get('default-src')]).toEqual([target, ["'none'"]])
      expect([target, policy.get('base-uri')]).toEqual([target, ["'none'"]])
      if (!isHtml) continue
      nonces.push(nonce)
      for (const [tag] of said.matchAll(/<script\b[^>]*>/g))
        expect([target, tag.includes(' src="') || tag.includes(` nonce="${nonce}"`)]).toEqual([target, true])
    }
    expect(new Set(nonces).size).toBe(nonces.length)
  },
)

it('Shopify’s own pages that lead out of a frame may run their script', async () => {
  const leaving = `/auth/exit-iframe?${new URLSearchParams({ shop: OURS, host: HOST, exitIframe: 'https://admin.shopify.com/store/ours/settings' })}`
  const { said, nonce } = await policyOf(leaving)
  expect(said).toContain(`<script nonce="${nonce}">window.open(`)
  const { said: bounced, policy } = await policyOf(`/auth/session-token?${new URLSearchParams({ shop: OURS, host: HOST })}`)
  const [, source] = /<script [^>]*src="([^"]+)"/.exec(bounced)!
  expect(policy.get('script-src')).toContain(source)
})
