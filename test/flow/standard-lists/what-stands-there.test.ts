import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { aProduct } from '../../a/world.ts'
import { CHOSEN, domain, gid, list, one, openToysWithLists, SHOP, toys, two } from './toys-with-lists.ts'

let shop: Awaited<ReturnType<typeof openToysWithLists>>
const all = (at: (id: number) => string | undefined) => [1, 2, 3].map(at)

beforeAll(async () => {
  shop = await openToysWithLists()
})
beforeEach(() => shop.asBefore())

describe('Shopify’s own lists', () => {
  it('are not touched before the merchant says so', () => {
    expect(all(shop.complementary)).toEqual([CHOSEN, undefined, undefined])
    expect(all(shop.related)).toEqual([undefined, undefined, undefined])
  })

  it('say what rules say once they are switched on, each for itself, and a theme’s own section shows it', async () => {
    await shop.turn('complementary', true)
    expect(all(shop.complementary)).toEqual([list(11), list(11), list(11)])
    expect(all(shop.related)).toEqual([undefined, undefined, undefined])
    expect(await shop.stateOf('complementary')).toMatchObject({ isOn: true, written: 3, left: 0, refused: 0 })
    const page = await (await fetch(shop.app.simulator.productUrl(domain, toys[1]!.handle))).text()
    expect(page.slice(page.indexOf('data-complementary'))).toContain('Battery 11')

    await shop.publish(two)
    expect(all(shop.complementary)).toEqual([list(11, 12), list(11, 12), list(11, 12)])
    await shop.turn('related', true)
    expect(all(shop.related)).toEqual([list(11, 12), list(11, 12), list(11, 12)])
  })

  it('are written once, and what Shopify tells of our writing starts nothing', async () => {
    const { met } = shop.weather.graphql
    shop.weather.graphql.often(1, { kind: 'hang', milliseconds: 0 })
    const asked = (from: number) => met.slice(from).flatMap(({ names }) => names)
    const before = met.length
    await shop.turn('complementary', true)
    expect(asked(before)).toContain('metafieldsSet')
    expect(asked(before)).not.toContain('ProductNow')
    const then = met.length
    await shop.turn('complementary', true)
    expect(asked(then)).toEqual([])
  })

  it('are put back to the letter when they are switched off', async () => {
    await shop.turn('complementary', true)
    await shop.turn('related', true)
    await shop.publish(two)
    await shop.turn('complementary', false)
    expect(all(shop.complementary)).toEqual([CHOSEN, undefined, undefined])
    expect(all(shop.related)).toEqual([list(11, 12), list(11, 12), list(11, 12)])
    expect(await shop.stateOf('complementary')).toMatchObject({ isOn: false, written: 0 })
  })

  it('are put back where no rule says anything any more', async () => {
    await shop.turn('complementary', true)
    await shop.publish({ ...one, state: 'draft' })
    expect(all(shop.complementary)).toEqual([CHOSEN, undefined, undefined])
  })

  it('belong to whoever edits them afterwards, which is told', async () => {
    await shop.turn('complementary', true)
    shop.edit(2, list(3))
    await shop.publish(two)
    expect(all(shop.complementary)).toEqual([list(11, 12), list(3), list(11, 12)])
    expect(await shop.stateOf('complementary')).toMatchObject({ written: 2, left: 1 })
    // At night, also where nothing else would have been written.
    shop.empty(3)
    await shop.app.enqueue('check', domain)
    await shop.settle()
    expect(await shop.stateOf('complementary')).toMatchObject({ written: 1, left: 2 })
    await shop.publish(one)
    expect(all(shop.complementary)).toEqual([list(11), list(3), undefined])
    await shop.turn('complementary', false)
    expect(all(shop.complementary)).toEqual([CHOSEN, list(3), undefined])
  })

  it('are told of where Shopify refuses one; all others are written, and that one once it may be', async () => {
    shop.weather.graphql.often(1, { kind: 'user-error', at: gid(2), code: 'APP_NOT_AUTHORIZED', message: 'Not yours' }, 'metafieldsSet')
    await shop.turn('complementary', true)
    expect(all(shop.complementary)).toEqual([list(11), undefined, list(11)])
    expect(await shop.stateOf('complementary')).toMatchObject({ written: 2, refused: 1, why: 'Not yours' })
    shop.weather.clear()
    await shop.publish(two)
    expect(all(shop.complementary)).toEqual([list(11, 12), list(11, 12), list(11, 12)])
    expect(await shop.stateOf('complementary')).toMatchObject({ written: 3, refused: 0, why: null })
  })

  it('get back what is left of them where a product is gone by then', async () => {
    shop.shop.addProduct(aProduct({ id: 31, productType: 'Lamp' }))
    shop.edit(3, list(31, 12))
    await shop.turn('complementary', true)
    shop.shop.deleteProduct(31)
    await shop.settle()
    expect(shop.complementary(3)).toBe(list(11))
    await shop.turn('complementary', false)
    expect(shop.complementary(3)).toBe(list(12))
  })

  it('are not taken for the merchant’s own choice when that is brought over', async () => {
    await shop.turn('complementary', true)
    const { loader } = await import('#app/pages/import/route.tsx')
    const { complements } = await loader(shop.fromMerchant('/app/import', 'GET'))
    expect(complements?.examples.map(({ beside, offered }) => [beside.id, offered.map(({ id }) => id)])).toEqual([[1, [3]]])
  })

  it('are found alike one by one and in an export, those of products that are gone by neither', async () => {
    const [{ findLists }, { adminOf }] = await Promise.all([
      import('#app/publish/standard/standard-found.server.ts'),
      import('#app/shopify/shopify.server.ts'),
    ])
    const [admin, signal] = [await adminOf(SHOP), new AbortController().signal]
    const ids = [1, 2, 99] as ProductId[]
    const found = await findLists(admin, ids, signal, 0)
    expect(found).toEqual(await findLists(admin, ids, signal))
    expect([...found].map(([id, { complementary }]) => [id, complementary.value])).toEqual([
      [1, CHOSEN],
      [2, null],
    ])
  })

  it('stay ours where the answer to a writing is lost', async () => {
    shop.weather.graphql.next(1, { kind: 'lost' }, 'metafieldsSet')
    await shop.turn('complementary', true)
    expect(await shop.stateOf('complementary')).toMatchObject({ written: 3, left: 0 })
    await shop.turn('complementary', false)
    expect(all(shop.complementary)).toEqual([CHOSEN, undefined, undefined])
  })

  it('are put back when everything of the app is removed', async () => {
    await shop.turn('complementary', true)
    await shop.turn('related', true)
    shop.edit(2, list(3))
    const { requestRemoval: askToLeave } = await import('#app/privacy/leaving.server.ts')
    await askToLeave(SHOP)
    await shop.app.enqueue('leave', domain)
    await shop.settle()
    expect(all(shop.complementary)).toEqual([CHOSEN, list(3), undefined])
    expect(all(shop.related)).toEqual([undefined, undefined, undefined])
    expect((await shop.app.database.query('SELECT FROM standard_list')).rowCount).toBe(0)
  })
})
