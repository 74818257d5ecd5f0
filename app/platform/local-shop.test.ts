import { describe, expect, it } from 'vitest'
import { localShopProblem } from './local-shop.ts'

const local = {
  NODE_ENV: 'development',
  SHOPIFY_APP_URL: 'http://localhost:4601',
  SHOPIFY_API_SECRET: 'local-shop-secret-of-the-demo',
  LOCAL_SHOP_URL: 'http://127.0.0.1:4600',
}

describe('localShopProblem', () => {
  it('lets the demo talk to its local shop, and a real app to Shopify', () => {
    expect(localShopProblem(local)).toBeUndefined()
    expect(
      localShopProblem({
        ...local,
        NODE_ENV: 'production',
        SHOPIFY_APP_URL: 'https://tandem.example.com',
        SHOPIFY_API_SECRET: 'real',
        LOCAL_SHOP_URL: undefined,
      }),
    ).toBeUndefined()
  })

  it.each([
    [{ NODE_ENV: 'production' }, /production/],
    [{ LOCAL_SHOP_URL: 'https://shop.example.com' }, /this machine/],
    [{ LOCAL_SHOP_URL: 'http://localhost.example.com' }, /this machine/],
    [{ LOCAL_SHOP_URL: 'http://localhost@example.com' }, /this machine/],
    [{ LOCAL_SHOP_URL: 'http://127.0.0.1.example.com:80' }, /this machine/],
    [{ SHOPIFY_APP_URL: 'https://tandem.example.com' }, /SHOPIFY_APP_URL/],
    [{ SHOPIFY_API_SECRET: 'shpss_0123456789abcdef' }, /SHOPIFY_API_SECRET/],
  ])('refuses it for %j', (change, why) => {
    expect(localShopProblem({ ...local, ...change })).toMatch(why)
  })
})
