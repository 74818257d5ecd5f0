import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { aRule, ofType } from '../../a/rule.ts'
import { publishInApp, putInApp } from '../../running/merchant.ts'
import type { Product } from '../../simulator/shop.ts'
import { aToyShop, DOMAIN, gid, toys, type ToyShop } from './toy-shop.ts'

const BATTERY_SIZE = 'custom.battery_size'
const BATTERY = 1001

let toyShop: ToyShop
let asked: () => number
let told: () => number

beforeAll(async () => {
  toyShop = await aToyShop('echoes')
})
beforeEach(async () => {
  await toyShop.quiet()
  toyShop.weather.graphql.often(1, { kind: 'hang', milliseconds: 0 }, 'ProductNow')
  const before = toyShop.weather.graphql.met.length
  asked = () => toyShop.weather.graphql.met.slice(before).filter(({ names }) => names.includes('ProductNow')).length
  const heard = toyShop.simulator.webhooks.deliveries.length
  told = () => toyShop.simulator.webhooks.deliveries.slice(heard).filter(({ topic }) => topic === 'products/update').length
})

const setSize = (id: number, value: string) =>
  toyShop.shop.changeProduct(id, (product: Product) =>
    Object.assign(product, { metafields: [{ namespace: 'custom', key: 'battery_size', type: 'single_line_text_field', value }] }),
  )
const publishRule = async (rule: Parameters<typeof aRule>[0]) => {
  await putInApp(toyShop.simulator, toyShop.app.url, DOMAIN, '/rules/a', aRule({ id: 'a', ...rule }))
  await publishInApp(toyShop.simulator, toyShop.app.url, DOMAIN)
}

describe('our own writing', () => {
  it('comes back as an update of every product, and starts nothing', async () => {
    const most = await toyShop.publishAnew()
    await toyShop.quiet()
    await toyShop.expectPublished(most)
    expect(told()).toBe(2 * toys.length)
    expect(asked()).toBe(0)
    expect(await toyShop.one('SELECT sum(updates) FROM echo')).toBe('0')
  })

  it('does so as well where offers are taken back', async () => {
    await publishRule({ state: 'draft', when: ofType('Toy'), where: ofType('Battery') })
    await toyShop.quiet()
    expect(toys.filter(({ id }) => toyShop.offersOf(id).length > 0)).toEqual([])
    expect(told()).toBe(2 * toys.length)
    expect(asked()).toBe(0)
  })
})

describe('a merchant’s edit of a metafield', () => {
  it('is published at once, though its webhook tells of nothing but that there was one', async () => {
    await publishRule({ when: ofType('Toy'), where: { kind: 'metafield', name: BATTERY_SIZE, names: ['AA'] } })
    await toyShop.quiet()
    expect(toyShop.offersOf(1)).toEqual([])
    setSize(BATTERY, 'AA')
    await toyShop.quiet()
    expect(toyShop.offersOf(1)).toEqual([BATTERY])
    setSize(BATTERY, 'C')
    await toyShop.quiet()
    expect(toyShop.offersOf(1)).toEqual([])
  })

  it.each(['offers', 'offer_notes'])('is seen in the very second of our writing: after “%s” of the same product', async (key) => {
    const { set } = toyShop.shop.metafields
    let edits = 0
    const writing = vi.spyOn(toyShop.shop.metafields, 'set').mockImplementation((field) => {
      const written = set(field)
      if (field.ownerId === gid(5) && field.key === key) setSize(5, `${key} ${(edits += 1)}`)
      return written
    })
    await toyShop.publishAnew()
    await toyShop.quiet()
    writing.mockRestore()
    expect(edits).toBeGreaterThan(0)
    await toyShop.expectHeld()
    expect(asked()).toBeLessThanOrEqual(edits)
  })

  it('is seen although it is made just before we write, and heard long after', async () => {
    toyShop.weather.webhooks.hold('products/update')
    setSize(6, 'D')
    const most = await toyShop.publishAnew()
    await toyShop.quiet()
    toyShop.weather.webhooks.release('shuffled')
    await toyShop.quiet()
    await toyShop.expectHeld()
    await toyShop.expectPublished(most)
    expect(asked()).toBe(1)
  })
})

describe('a sale', () => {
  const sell = (quantity: number) =>
    toyShop.shop.placeOrder({ customerId: null, lines: [{ variantId: 71, quantity, properties: {} }], attributes: {} })

  it('changes how many pieces we hold, and asks Shopify for nothing', async () => {
    for (let sold = 0; sold < 3; sold += 1) {
      sell(2)
      // What happens to a product in one second the bodies do not tell apart.
      await wait(1_000)
    }
    await toyShop.quiet()
    await toyShop.expectHeld()
    expect(await toyShop.one(`SELECT variants->0->>'stock' FROM product WHERE id = 7`)).toBe('4')
    expect(asked()).toBe(0)
  })

  it('of the last piece has Shopify asked what is to be had now', async () => {
    sell(4)
    await toyShop.quiet()
    await toyShop.expectHeld()
    expect(asked()).toBe(1)
  })
})
