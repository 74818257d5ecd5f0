import { beforeAll, describe, expect, it } from 'vitest'
import { ofType } from '../../a/rule.ts'
import { aBundle, openLaptops, tenth } from './laptops.ts'

let plus: Awaited<ReturnType<typeof openLaptops>>['plus']
let basic: typeof plus
let app: Awaited<ReturnType<typeof openLaptops>>['app']
const PLAIN = 99_900 + 3_990

beforeAll(async () => {
  ;({ app, plus, basic } = await openLaptops())
  for (const one of [plus, basic]) await one.grant('revoke')
})

describe('a rule with a discount', () => {
  it('works without it until the merchant lets discounts be made, and promises nothing', async () => {
    await plus.publish(aBundle())
    expect(plus.notesBeside(1)).toContain('bundle')
    expect(plus.notesBeside(1)).not.toContain('"d"')
    expect([plus.titles(), plus.dealsBeside(1), await plus.pays()]).toEqual([[], undefined, PLAIN])
  })

  it('takes off what it says once they may, and says so beside the product', async () => {
    await plus.grant()
    expect(plus.titles()).toEqual(['Bundle discount (with shipping discounts)'])
    expect([...plus.shop.discounts.values()]).toMatchObject([
      { combinesWith: { orderDiscounts: false, productDiscounts: true, shippingDiscounts: true }, what: { handle: 'bundle-discount' } },
    ])
    expect(await plus.pays()).toBe(PLAIN - 399)
    expect(JSON.parse(plus.notesBeside(1)!)).toMatchObject({ cards: [{ p: 2, d: { kind: 'percent', off: 1_000 } }] })
    expect(plus.shop.functionErrors).toEqual([])
  })

  it('takes off no more than a floor leaves, of which nothing can be read in the shop', async () => {
    const { saveBounds } = await import('#app/rules/versions/working-set.server.ts')
    await saveBounds(plus.id, { exclusion: null, neverTogether: [], floor: 2_500 })
    await plus.publish(aBundle({ discount: { ...tenth, off: 5_000 } }))
    expect(await plus.pays()).toBe(PLAIN - 240)
    expect(plus.dealsBeside(1)).toContain('"floors":{"2":3750}')
    expect(JSON.parse(plus.notesBeside(1)!)).toMatchObject({ cards: [{ d: { kind: 'percent', off: 5_000, at: [[3_990, 240]] } }] })
    expect(plus.notesBeside(1)).not.toContain('3750')
    const definition = [...app.simulator.installations.get(plus.domain)!.definitions.all()].find(({ key }) => key === 'deals')
    expect(definition).toMatchObject({ ownerType: 'PRODUCT', storefront: 'NONE', admin: 'MERCHANT_READ' })
    await saveBounds(plus.id, { exclusion: null, neverTogether: [] })
    await plus.publish(aBundle())
    expect(await plus.pays()).toBe(PLAIN - 399)
  })

  it('changes class with what it may stand beside, and leaves nothing behind', async () => {
    await plus.publish(aBundle({ discount: { ...tenth, combines: { order: true, shipping: true } } }))
    expect(plus.titles()).toEqual(['Bundle discount (with order and shipping discounts)'])
    expect(await plus.pays()).toBe(PLAIN - 399)
    await plus.publish(aBundle())
    expect(plus.titles()).toEqual(['Bundle discount (with shipping discounts)'])
  })

  it('is made anew where somebody deleted it by hand, and stays off where somebody switched it off', async () => {
    const [id] = plus.shop.discounts.keys()
    plus.shop.discounts.delete(id!)
    await plus.enqueue('check')
    expect(plus.titles()).toEqual(['Bundle discount (with shipping discounts)'])
    const [again] = plus.shop.discounts.values()
    plus.shop.discounts.set(again!.id, { ...again!, endsAt: again!.startsAt })
    await plus.enqueue('check')
    expect(await plus.pays()).toBe(PLAIN)
    expect(plus.notesBeside(1)).not.toContain('"d"')
    plus.shop.discounts.set(again!.id, again!)
    await plus.enqueue('check')
    expect(plus.notesBeside(1)).toContain('"d"')
  })

  it('has Shopify asked only for what changed', async () => {
    const { graphql } = app.simulator.weather(plus.domain)
    graphql.often(1, { kind: 'hang', milliseconds: 0 }, 'automaticDiscountNodes')
    const asked = () => graphql.met.filter(({ names }) => names.includes('automaticDiscountNodes')).length
    const [before, value] = [asked(), plus.dealsBeside(1)]
    await plus.enqueue('publish')
    plus.shop.changeProduct(3, (product) => void (product.title = 'Another mug'))
    await plus.settle()
    await plus.publish(aBundle({ id: 'plain', name: 'Plain', when: ofType('Sleeve'), where: ofType('Mug'), discount: undefined }))
    plus.shop.changeProduct(4, (product) => void (product.productType = 'Sleeve'))
    await plus.settle()
    expect(plus.dealsBeside(1)).toContain('"offered":[2,4]')
    plus.shop.changeProduct(4, (product) => void (product.productType = 'Mug'))
    await plus.settle()
    expect([plus.dealsBeside(1), asked()]).toEqual([value, before])
    app.simulator.weather(plus.domain).clear()
  })

  it('is mended at night where somebody changed it behind our back', async () => {
    const value = plus.dealsBeside(1)!
    const field = app.simulator.appMetafields(plus.domain).find(({ key }) => key === 'deals')!
    plus.shop.metafields.set({ ...field, value: JSON.stringify({ ...(JSON.parse(value) as object), deals: [] }) })
    plus.shop.metafields.set({ ...field, ownerId: 'gid://shopify/Product/3' })
    expect(await plus.pays()).toBe(PLAIN)
    await plus.enqueue('check')
    expect([plus.dealsBeside(1), plus.dealsBeside(3), await plus.pays()]).toEqual([value, undefined, PLAIN - 399])
    plus.shop.metafields.delete(field.ownerId, field.namespace, field.key)
    await plus.enqueue('check')
    expect([plus.dealsBeside(1), await plus.pays()]).toEqual([value, PLAIN - 399])
  })

  it('is tried again where Shopify would not let it go', async () => {
    const [id] = plus.shop.discounts.keys()
    const { graphql } = app.simulator.weather(plus.domain)
    graphql.next(1, { kind: 'user-error', at: `gid://shopify/DiscountAutomaticNode/${id}` }, 'discountAutomaticDelete')
    await plus.publish(aBundle({ discount: undefined }))
    expect([plus.titles().length, plus.dealsBeside(1), await plus.pays()]).toEqual([1, undefined, PLAIN])
    await plus.enqueue('check')
    expect(plus.titles()).toEqual([])
    await plus.publish(aBundle())
    expect(await plus.pays()).toBe(PLAIN - 399)
  })

  it('is in the order, with the rule that sold the line', async () => {
    const told: unknown[] = []
    const stop = plus.shop.onEvent(({ topic, payload }) => void (topic === 'orders/create' && told.push(payload)))
    const properties = { _tandem: 'product-page/rule/bundle' }
    plus.shop.placeOrder({
      customerId: null,
      lines: [
        { variantId: 11, quantity: 1, properties: {} },
        { variantId: 21, quantity: 1, properties },
      ],
      attributes: {},
    })
    stop()
    await plus.settle()
    expect((await app.database.query('SELECT discount, sold_by FROM order_line WHERE shop_id = $1 ORDER BY id', [plus.id])).rows).toEqual([
      { discount: 0, sold_by: null },
      { discount: 399, sold_by: properties._tandem },
    ])
    expect(told).toMatchObject([{ line_items: [{ discount_allocations: [] }, { discount_allocations: [{ amount: '3.99' }] }] }])
  })

  it('goes with its rule: first its promise, then its price', async () => {
    await plus.publish(aBundle({ discount: undefined }))
    expect([plus.titles(), plus.dealsBeside(1), await plus.pays()]).toEqual([[], undefined, PLAIN])
    await plus.publish(aBundle())
    expect(plus.titles()).toHaveLength(1)
  })

  it('takes nothing off without leave to make discounts, and goes with everything else of ours', async () => {
    await plus.grant('revoke')
    expect([plus.dealsBeside(1), await plus.pays()]).toEqual([undefined, PLAIN])
    expect(plus.notesBeside(1)).not.toContain('"d"')
    await plus.grant()
    expect(await plus.pays()).toBe(PLAIN - 399)
    const { requestRemoval: askToLeave } = await import('#app/privacy/leaving.server.ts')
    const [[id, ours] = []] = plus.shop.discounts
    // Nobody remembers it, and it is ours all the same; the other is the merchant's.
    plus.shop.discounts.set(7, { ...ours!, id: 7, title: 'Stray' })
    const what = { kind: 'basic', goods: null, worth: { percentage: 0.1 }, minimumQuantity: 100 } as const
    plus.shop.discounts.set(8, { ...ours!, id: 8, title: 'Own', what })
    const { graphql } = app.simulator.weather(plus.domain)
    graphql.next(1, { kind: 'user-error', at: `gid://shopify/DiscountAutomaticNode/${id}`, message: 'Not now' }, 'discountAutomaticDelete')
    await askToLeave(plus.id)
    await plus.enqueue('leave')
    // What Shopify would not let go at first it was asked for again.
    expect(graphql.met.filter(({ names }) => names.includes('discountAutomaticDelete'))).not.toEqual([])
    const { rows } = await app.database.query('SELECT phase, failure, discounts FROM leaving WHERE shop_id = $1', [plus.id])
    expect(rows).toEqual([{ phase: 'done', failure: null, discounts: 2 }])
    expect([plus.titles(), plus.dealsBeside(1)]).toEqual([['Own'], undefined])
    for (const table of ['discount_node', 'published_deals', 'discount_state'])
      expect((await app.database.query(`SELECT FROM ${table} WHERE shop_id = $1`, [plus.id])).rowCount).toBe(0)
  })
})

describe('where Shopify runs no functions of a custom app', () => {
  it('its own discounts do what they can', async () => {
    await basic.grant()
    await basic.publish(aBundle())
    expect([...basic.shop.discounts.values()]).toMatchObject([{ title: 'A rule', what: { kind: 'bxgy', buyQuantity: 1, percentage: 0.1 } }])
    expect(await basic.pays()).toBe(PLAIN - 399)
    expect(basic.notesBeside(1)).toContain('"d"')
  })

  it('what they cannot do is promised nowhere', async () => {
    await basic.publish(aBundle({ discount: { kind: 'bundle-price', price: { EUR: '1000.00' }, combines: tenth.combines } }))
    expect([basic.titles(), await basic.pays()]).toEqual([[], PLAIN])
    expect(basic.notesBeside(1)).not.toContain('"d"')
  })

  it('beyond 25 discounts in all, the last are left out', async () => {
    const at = '2026-01-01T00:00:00Z'
    const combinesWith = { orderDiscounts: true, productDiscounts: true, shippingDiscounts: true }
    const what = { kind: 'basic', goods: { products: [1], variants: [] }, worth: { amount: 0, each: true }, minimumQuantity: null } as const
    for (let id = 1; id <= 24; id += 1)
      basic.shop.discounts.set(id, { id, title: `Own ${id}`, startsAt: at, endsAt: null, combinesWith, what, createdAt: at, updatedAt: at })
    await basic.publish(aBundle({ id: 'second', name: 'Second', priority: 60, when: ofType('Sleeve'), where: ofType('Laptop') }))
    await basic.publish(aBundle({ name: 'First' }))
    expect(basic.titles().filter((title) => !title.startsWith('Own'))).toEqual(['First'])
    expect(basic.notesBeside(2)).not.toContain('"d"')
    const { readOtherDiscounts } = await import('#app/publish/deals/discount-store.server.ts')
    const own = { title: 'Own 1', of: 'product', besideProducts: true }
    expect(await readOtherDiscounts(basic.id)).toEqual(expect.arrayContaining([own]))
  })
})
