import { describe, expect, it } from 'vitest'
import { contentPolicy } from './content-policy.ts'

const real = { shop: 'ours.myshopify.com', localShopUrl: undefined, appBridgeUrl: undefined }
const directive = (policy: string, name: string) => policy.split('; ').find((one) => one.startsWith(`${name} `))

describe('contentPolicy', () => {
  it('lets the shop’s own admin frame a page, and nobody where no shop is named', () => {
    expect(directive(contentPolicy(real), 'frame-ancestors')).toBe('frame-ancestors https://ours.myshopify.com https://admin.shopify.com')
    expect(directive(contentPolicy({ ...real, shop: undefined }), 'frame-ancestors')).toBe("frame-ancestors 'none'")
  })

  it('lets run what is built, what carries the nonce, and App Bridge: no other file of Shopify’s, and nothing of this machine', () => {
    expect(directive(contentPolicy({ ...real, nonce: 'abc' }), 'script-src')).toBe(
      "script-src 'self' 'nonce-abc' https://cdn.shopify.com/shopifycloud/",
    )
    expect(contentPolicy({ ...real, nonce: 'abc' })).not.toMatch(/http:|unsafe-eval|localhost|\*(?!\.shopify)/)
  })

  it('lets a local shop stand in', () => {
    const policy = contentPolicy({ ...real, localShopUrl: 'http://127.0.0.1:4600', appBridgeUrl: 'http://localhost:4600/app-bridge.js' })
    expect(directive(policy, 'script-src')).toContain(' http://localhost:4600/app-bridge.js')
    expect(directive(policy, 'frame-ancestors')).toContain(' http://127.0.0.1:4600 http://localhost:4600 http://*.localhost:4600')
  })
})
