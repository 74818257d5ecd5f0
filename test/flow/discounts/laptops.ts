import type { ShopId } from '#app/commerce/ids.ts'
import { aRule, ofType, type RulePart } from '../../a/rule.ts'
import { aProduct, aVariant, aWorld } from '../../a/world.ts'
import { sendRequest } from '../../running/send-request.ts'
import { startInOneProcess } from '../model/in-one-process.ts'

export const laptop = aProduct({ id: 1, productType: 'Laptop', title: 'Laptop', price: 99_900 })
export const sleeve = aProduct({
  id: 2,
  productType: 'Sleeve',
  title: 'Sleeve',
  variants: [aVariant({ id: 21, price: 3_990, cost: 3_000 })],
})
/** No rule is about them. */
const mugs = [aProduct({ id: 3, productType: 'Mug', title: 'Mug' }), aProduct({ id: 4, productType: 'Mug', title: 'Another' })]
const goods = { products: [laptop, sleeve, ...mugs] }
const plus = aWorld({ ...goods, facts: { domain: 'plus.myshopify.com', handle: 'plus', plan: 'Shopify Plus' } })
const basic = aWorld({ ...goods, facts: { domain: 'basic.myshopify.com', handle: 'basic', plan: 'Basic' } })

const combines = { order: false, shipping: true }
export const tenth = { kind: 'percent', off: 1_000, combines } as const
export const aBundle = (part: RulePart = {}) =>
  aRule({ id: 'bundle', when: ofType('Laptop'), where: ofType('Sleeve'), discount: tenth, ...part })

/** A shop on Plus and one that is not, in an app that runs in this process. */
export async function openLaptops() {
  const app = await startInOneProcess([plus, basic])
  const settle = async (domain: string): Promise<void> => {
    do await app.simulator.webhooks.settled(domain)
    while ((await app.doJobs(domain, 1)) > 0)
  }
  const open = async (domain: string) => {
    const shop = app.simulator.shops.get(domain)!
    await app.open(domain)
    await settle(domain)
    return {
      domain,
      id: domain as ShopId,
      shop,
      settle: () => settle(domain),
      async grant(change: 'grant' | 'revoke' = 'grant') {
        app.simulator.changeScopes(domain, change, ['write_discounts'])
        await settle(domain)
      },
      async publish(rule: unknown) {
        await app.saveRule(domain, rule)
        await settle(domain)
      },
      async enqueue(kind: Parameters<typeof app.enqueue>[0]) {
        await app.enqueue(kind, domain)
        await settle(domain)
      },
      dealsBeside: (id: number) =>
        app.simulator.appMetafields(domain).find(({ ownerId, key }) => ownerId === `gid://shopify/Product/${id}` && key === 'deals')?.value,
      notesBeside: (id: number) =>
        app.simulator.appMetafields(domain).find(({ ownerId, key }) => ownerId === `gid://shopify/Product/${id}` && key === 'offer_notes')
          ?.value,
      /** What a shopper pays for a laptop and so many sleeves, in cents. */
      async pays(sleeves = 1): Promise<number> {
        const { host } = new URL(app.simulator.storefrontUrl(domain))
        const ask = (path: string, how: { method?: string; headers?: Record<string, string>; body?: string }) =>
          sendRequest(app.simulator.url, path, { ...how, headers: { host, 'content-type': 'application/json', ...how.headers } })
        const body = JSON.stringify({ items: [{ id: 11 }, { id: 21, quantity: sleeves }] })
        const { headers } = await ask('/cart/add.js', { method: 'POST', body, headers: { 'content-length': String(body.length) } })
        const cookie = headers['set-cookie']![0]!.split(';')[0]!
        return (JSON.parse((await ask('/cart.js', { headers: { cookie } })).said) as { total_price: number }).total_price
      },
      titles: () => [...shop.discounts.values()].map(({ title }) => title),
    }
  }
  return { app, plus: await open(plus.facts.domain), basic: await open(basic.facts.domain) }
}
