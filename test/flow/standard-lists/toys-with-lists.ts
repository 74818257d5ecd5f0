import type { ShopId } from '#app/commerce/ids.ts'
import { aRule, ofType } from '../../a/rule.ts'
import { aProduct, aWorld } from '../../a/world.ts'
import { startInOneProcess } from '../model/in-one-process.ts'

const NAMESPACE = 'shopify--discovery--product_recommendation'
export const gid = (id: number) => `gid://shopify/Product/${id}`
export const list = (...ids: number[]) => JSON.stringify(ids.map(gid))
/** What stands beside the first toy before the app comes, as somebody may have written it: to be put back to the letter. */
export const CHOSEN = `[ "${gid(3)}" ]`
const chosen = { namespace: NAMESPACE, key: 'complementary_products', type: 'list.product_reference', value: CHOSEN }

export const toys = [1, 2, 3].map((id) => aProduct({ id, productType: 'Toy', metafields: id === 1 ? [chosen] : [] }))
const batteries = [11, 12].map((id) => aProduct({ id, productType: 'Battery', title: `Battery ${id}` }))
const world = aWorld({ products: [...toys, ...batteries] })
export const { domain } = world.facts
export const SHOP = domain as ShopId

/** Beside every toy the first battery. */
export const one = aRule({ when: ofType('Toy'), where: ofType('Battery'), most: 1, sort: 'lowest-price' })
export const two = { ...one, offer: { ...one.offer, most: 2 } }

/** Three toys and two batteries, in an app that runs in this process, and what stands in Shopify's own lists beside the toys. */
export async function openToysWithLists() {
  const app = await startInOneProcess([world])
  const [{ action }, { standardStates }] = await Promise.all([
    import('#app/pages/placements/standard-route.ts'),
    import('#app/publish/standard/standard-switch.server.ts'),
  ])
  const shop = app.simulator.shops.get(domain)!
  const { metafields } = shop

  async function settle(): Promise<void> {
    do await app.simulator.webhooks.settled(domain)
    while ((await app.doJobs(domain, 1)) > 0)
  }

  function fromMerchant(path: string, method: string, body?: unknown): Parameters<typeof action>[0] {
    const headers = {
      'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0',
      'content-type': 'application/json',
      authorization: `Bearer ${app.simulator.sessionToken(domain)}`,
    }
    const sent = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
    return { request: new Request(`${process.env['SHOPIFY_APP_URL']}${path}.data`, sent), params: {}, context: { nonce: '' } }
  }

  async function turn(intent: string, isOn: boolean): Promise<void> {
    await action(fromMerchant('/app/placements/standard', 'PUT', { intent, isOn }))
    await settle()
  }

  async function publish(rule: unknown): Promise<void> {
    await app.saveRule(domain, rule)
    await settle()
  }

  const edit = (id: number, value: string) => void metafields.set({ ...chosen, ownerId: gid(id), value })
  const empty = (id: number) => void metafields.delete(gid(id), NAMESPACE, 'complementary_products')
  await app.open(domain)
  await settle()
  return {
    ...{ app, shop, settle, fromMerchant, turn, publish, edit, empty, weather: app.simulator.weather(domain) },
    complementary: (id: number) => metafields.get(gid(id), NAMESPACE, 'complementary_products')?.value,
    related: (id: number) => metafields.get(gid(id), NAMESPACE, 'related_products')?.value,
    stateOf: async (intent: string) => (await standardStates(SHOP)).find((state) => state.intent === intent)!,
    /** As the merchant left it before the app came: nothing of ours in Shopify's own lists. */
    async asBefore(): Promise<void> {
      app.simulator.weather(domain).clear()
      await turn('complementary', false)
      await turn('related', false)
      for (const id of [1, 2, 3]) empty(id)
      edit(1, CHOSEN)
      await publish(one)
    },
  }
}
