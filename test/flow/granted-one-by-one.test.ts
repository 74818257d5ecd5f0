import { beforeAll, describe, expect, it } from 'vitest'
import { ACCESS_SCOPES, type AccessScope } from '#app/shopify/access-scopes.ts'
import english from '#app/wording/locales/en.json' with { type: 'json' }
import { aCustomer, anOrder, aProduct, aWorld } from '../a/world.ts'
import { readDrawn } from '../running/merchant.ts'
import { aWarySyncedShop } from '../running/synced-shop.ts'

const DAY = 24 * 60 * 60 * 1000
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString()
const attribute = { namespace: 'shopify', key: 'material', type: 'metaobject_reference', value: 'gid://shopify/Metaobject/7' }
const products = [aProduct({ id: 1 }), aProduct({ id: 2, metafields: [attribute] })]
const world = aWorld({
  facts: { domain: 'steps.myshopify.com', handle: 'steps' },
  products,
  customers: [aCustomer({ id: 7 })],
  orders: [
    anOrder({ id: 1, of: products, createdAt: ago(200), customerId: 7 }),
    anOrder({ id: 2, of: products, createdAt: ago(2), customerId: 7 }),
  ],
  metaobjects: [{ id: 7, displayName: 'Cotton' }],
  markets: [{ id: 1, handle: 'home', name: 'Home', type: 'REGION', status: 'ACTIVE', catalogIds: [] }],
})
const SHOP = world.facts.domain
const { simulator, app, quiet, one } = await aWarySyncedShop('granted-one-by-one', world)

const OPTIONAL = ACCESS_SCOPES.filter(({ optional }) => optional).map(({ scope }) => scope)
const granted = new Set<AccessScope>()
const pageOf = (path: string) => readDrawn(simulator, app.url, SHOP, path)
const listensTo = (topic: string) =>
  simulator.installations
    .get(SHOP)!
    .subscriptions.all()
    .some((subscription) => subscription.topic === topic)

/** What each scope shows or hides, as far as it is granted. */
const SEEN: Partial<Record<AccessScope, () => unknown>> = {
  read_all_orders: () => one('SELECT count(*)::int = 2 FROM "order"'),
  read_customers: () => one('SELECT bool_and(customer_id = 7) IS TRUE FROM "order"'),
  read_customer_merge: () => listensTo('CUSTOMERS_MERGE'),
  read_inventory: () => listensTo('INVENTORY_LEVELS_UPDATE'),
  read_metaobjects: () => one('SELECT count(*) = 1 FROM metaobject'),
  read_markets: () => one('SELECT count(*) = 1 FROM market'),
}

/** All that the admin says of access is true of what is granted now. */
async function expectTrue(): Promise<void> {
  const access = await pageOf('/settings/privacy')
  for (const scope of OPTIONAL) {
    const name = english[`scope.${scope}`]
    expect([scope, access.includes(`Allow: ${name}`), access.includes(`Remove access: ${name}`)]).toEqual([
      scope,
      !granted.has(scope),
      granted.has(scope),
    ])
    expect([scope, (await SEEN[scope]?.()) ?? granted.has(scope)]).toEqual([scope, granted.has(scope)])
  }
  const home = await pageOf('')
  expect(home.includes('Shopify shows apps the last 60 days')).toBe(!granted.has('read_all_orders'))
  expect(home.includes('Tandem may not look into your theme')).toBe(!granted.has('read_themes'))
  expect(home.includes('Allow this under Privacy and permissions')).toBe(!granted.has('read_themes'))
  expect(home.includes('Your theme does not show the block')).toBe(granted.has('read_themes'))
  expect(home).not.toContain(english['home.sync-failed'])
  expect(await pageOf('/settings/status')).not.toContain(english['health.set-aside'])
}

describe('a merchant who installs the app and grants one scope after the other', () => {
  beforeAll(quiet)

  it('is told at first that none is granted, and everything is read all the same', async () => {
    expect(await one('SELECT scopes::text FROM shop')).not.toMatch(new RegExp(OPTIONAL.join('|')))
    expect(await one(`SELECT bool_and(phase = 'done') FROM sync`)).toBe(true)
    await expectTrue()
  })

  it.each(OPTIONAL)('is told the truth after granting %s', async (scope) => {
    simulator.changeScopes(SHOP, 'grant', [scope])
    granted.add(scope)
    await quiet()
    await expectTrue()
  })

  it('is told the truth after taking them back, one after the other', async () => {
    for (const scope of OPTIONAL.filter((one) => one !== 'read_all_orders')) {
      simulator.changeScopes(SHOP, 'revoke', [scope])
      granted.delete(scope)
      await quiet()
      if (scope === 'read_customer_merge' || scope === 'read_inventory') continue
      const access = await pageOf('/settings/privacy')
      expect(access).toContain(`Allow: ${english[`scope.${scope}`]}`)
    }
    expect(await one('SELECT count(customer_id)::int FROM "order"')).toBe(0)
  })
})
