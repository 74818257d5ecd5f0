import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import type * as Import from '#app/routes/app.import._index.tsx'
import type * as Standard from '#app/routes/app.placements.standard.ts'
import type * as Switch from '#app/publish/standard-switch.server.ts'
import { aRule, ofType } from '../a/rule.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { startInOneProcess, type AppInProcess } from './model/in-one-process.ts'

const NAMESPACE = 'shopify--discovery--product_recommendation'
const gid = (id: number) => `gid://shopify/Product/${id}`
const list = (...ids: number[]) => JSON.stringify(ids.map(gid))
/** As somebody may have written it: to be put back to the letter. */
const CHOSEN = `[ "${gid(3)}" ]`
const chosen = { namespace: NAMESPACE, key: 'complementary_products', type: 'list.product_reference', value: CHOSEN }

const toys = [1, 2, 3].map((id) => aProduct({ id, productType: 'Toy', metafields: id === 1 ? [chosen] : [] }))
const world = aWorld({ products: [...toys, ...[11, 12].map((id) => aProduct({ id, productType: 'Battery', title: `Battery ${id}` }))] })
const { domain } = world.facts
const SHOP = domain as ShopId
const cheapest = aRule({ when: ofType('Toy'), where: ofType('Battery'), most: 1, sort: 'lowest-price' })
const both = { ...cheapest, offer: { ...cheapest.offer, most: 2 } }

let app: AppInProcess
let standard: typeof Standard
let imports: typeof Import
let states: (typeof Switch)['standardStates']

const weather = () => app.simulator.weather(domain)
const fields = () => app.simulator.shops.get(domain)!.metafields
const complementary = (id: number) => fields().get(gid(id), NAMESPACE, 'complementary_products')?.value
const related = (id: number) => fields().get(gid(id), NAMESPACE, 'related_products')?.value
const edit = (id: number, value: string) => fields().set({ ...chosen, ownerId: gid(id), value })
const all = (at: (id: number) => string | undefined) => [1, 2, 3].map(at)
const stateOf = async (intent: string) => (await states(SHOP)).find((one) => one.intent === intent)!

function fromMerchant(path: string, method: string, body?: unknown): Parameters<typeof Standard.action>[0] {
  const headers = {
    'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0',
    'content-type': 'application/json',
    authorization: `Bearer ${app.simulator.sessionToken(domain)}`,
  }
  const request = new Request(`${process.env['SHOPIFY_APP_URL']}${path}.data`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { request, params: {}, context: { nonce: '' } }
}

async function settle(): Promise<void> {
  do await app.simulator.webhooks.settled(domain)
  while ((await app.doJobs(domain, 1)) > 0)
}

async function turn(intent: string, isOn: boolean): Promise<void> {
  await standard.action(fromMerchant('/app/placements/standard', 'PUT', { intent, isOn }))
  await settle()
}

async function publish(rule: unknown): Promise<void> {
  await app.saveRule(domain, rule)
  await settle()
}

beforeAll(async () => {
  app = await startInOneProcess([world])
  ;[standard, imports, { standardStates: states }] = await Promise.all([
    import('#app/routes/app.placements.standard.ts'),
    import('#app/routes/app.import._index.tsx'),
    import('#app/publish/standard-switch.server.ts'),
  ])
  await app.open(domain)
  await settle()
})

/** As the merchant left it before the app came: nothing of ours in Shopify's own lists. */
beforeEach(async () => {
  weather().clear()
  await turn('complementary', false)
  await turn('related', false)
  for (const id of [1, 2, 3]) fields().delete(gid(id), NAMESPACE, 'complementary_products')
  edit(1, CHOSEN)
  await publish(cheapest)
})

describe('Shopify’s own lists', () => {
  it('are not touched before the merchant says so', () => {
    expect(all(complementary)).toEqual([CHOSEN, undefined, undefined])
    expect(all(related)).toEqual([undefined, undefined, undefined])
  })

  it('say what rules say once they are switched on, each for itself, and a theme’s own section shows it', async () => {
    await turn('complementary', true)
    expect(all(complementary)).toEqual([list(11), list(11), list(11)])
    expect(all(related)).toEqual([undefined, undefined, undefined])
    expect(await stateOf('complementary')).toMatchObject({ isOn: true, written: 3, left: 0, refused: 0 })
    const page = await (await fetch(app.simulator.productUrl(domain, toys[1]!.handle))).text()
    expect(page.slice(page.indexOf('data-complementary'))).toContain('Battery 11')

    await publish(both)
    expect(all(complementary)).toEqual([list(11, 12), list(11, 12), list(11, 12)])
    await turn('related', true)
    expect(all(related)).toEqual([list(11, 12), list(11, 12), list(11, 12)])
  })

  it('are written once, and what Shopify tells of our writing starts nothing', async () => {
    const { met } = weather().graphql
    weather().graphql.often(1, { kind: 'hang', milliseconds: 0 })
    const asked = (from: number) => met.slice(from).flatMap(({ names }) => names)
    const before = met.length
    await turn('complementary', true)
    expect(asked(before)).toContain('metafieldsSet')
    expect(asked(before)).not.toContain('ProductNow')
    const then = met.length
    await turn('complementary', true)
    expect(asked(then)).toEqual([])
  })

  it('are put back to the letter when they are switched off', async () => {
    await turn('complementary', true)
    await turn('related', true)
    await publish(both)
    await turn('complementary', false)
    expect(all(complementary)).toEqual([CHOSEN, undefined, undefined])
    expect(all(related)).toEqual([list(11, 12), list(11, 12), list(11, 12)])
    expect(await stateOf('complementary')).toMatchObject({ isOn: false, written: 0 })
  })

  it('are put back where no rule says anything any more', async () => {
    await turn('complementary', true)
    await publish({ ...cheapest, state: 'draft' })
    expect(all(complementary)).toEqual([CHOSEN, undefined, undefined])
  })

  it('belong to whoever edits them afterwards, which is told', async () => {
    await turn('complementary', true)
    edit(2, list(3))
    await publish(both)
    expect(all(complementary)).toEqual([list(11, 12), list(3), list(11, 12)])
    expect(await stateOf('complementary')).toMatchObject({ written: 2, left: 1 })
    // At night, also where nothing else would have been written.
    fields().delete(gid(3), NAMESPACE, 'complementary_products')
    await app.enqueue('check', domain)
    await settle()
    expect(await stateOf('complementary')).toMatchObject({ written: 1, left: 2 })
    await publish(cheapest)
    expect(all(complementary)).toEqual([list(11), list(3), undefined])
    await turn('complementary', false)
    expect(all(complementary)).toEqual([CHOSEN, list(3), undefined])
  })

  it('are told of where Shopify refuses one; all others are written, and that one once it may be', async () => {
    weather().graphql.often(1, { kind: 'user-error', at: gid(2), code: 'APP_NOT_AUTHORIZED', message: 'Not yours' }, 'metafieldsSet')
    await turn('complementary', true)
    expect(all(complementary)).toEqual([list(11), undefined, list(11)])
    expect(await stateOf('complementary')).toMatchObject({ written: 2, refused: 1, why: 'Not yours' })
    weather().clear()
    await publish(both)
    expect(all(complementary)).toEqual([list(11, 12), list(11, 12), list(11, 12)])
    expect(await stateOf('complementary')).toMatchObject({ written: 3, refused: 0, why: null })
  })

  it('get back what is left of them where a product is gone by then', async () => {
    app.simulator.shops.get(domain)!.addProduct(aProduct({ id: 31, productType: 'Lamp' }))
    edit(3, list(31, 12))
    await turn('complementary', true)
    app.simulator.shops.get(domain)!.deleteProduct(31)
    await settle()
    expect(complementary(3)).toBe(list(11))
    await turn('complementary', false)
    expect(complementary(3)).toBe(list(12))
  })

  it('are not taken for the merchant’s own choice when that is brought over', async () => {
    await turn('complementary', true)
    const { complements } = await imports.loader(fromMerchant('/app/import', 'GET'))
    expect(complements?.examples.map(({ beside, offered }) => [beside.id, offered.map(({ id }) => id)])).toEqual([[1, [3]]])
  })

  it('are found alike one by one and in an export, those of products that are gone by neither', async () => {
    const [{ findLists }, { adminOf }] = await Promise.all([
      import('#app/publish/standard-found.server.ts'),
      import('#app/shopify.server.ts'),
    ])
    const [admin, signal] = [await adminOf(SHOP), new AbortController().signal]
    const ids = [1, 2, 99] as ProductId[]
    const found = await findLists(admin, ids, signal, 0)
    expect(found).toEqual(await findLists(admin, ids, signal))
    expect([...found].map(([id, { complementary: one }]) => [id, one.value])).toEqual([
      [1, CHOSEN],
      [2, null],
    ])
  })

  it('stay ours where the answer to a writing is lost', async () => {
    weather().graphql.next(1, { kind: 'lost' }, 'metafieldsSet')
    await turn('complementary', true)
    expect(await stateOf('complementary')).toMatchObject({ written: 3, left: 0 })
    await turn('complementary', false)
    expect(all(complementary)).toEqual([CHOSEN, undefined, undefined])
  })

  it('are put back when everything of the app is removed', async () => {
    await turn('complementary', true)
    await turn('related', true)
    edit(2, list(3))
    const { askToLeave } = await import('#app/jobs/leaving.server.ts')
    await askToLeave(SHOP)
    await app.enqueue('leave', domain)
    await settle()
    expect(all(complementary)).toEqual([CHOSEN, list(3), undefined])
    expect(all(related)).toEqual([undefined, undefined, undefined])
    expect((await app.database.query('SELECT FROM standard_list')).rowCount).toBe(0)
  })
})
