import { beforeAll, describe, expect, it } from 'vitest'
import type { Product, World } from '../shop.ts'
import { day } from './clock.ts'
import { kilnAndLeaf } from './kiln-and-leaf.ts'
import { nimbusToys } from './nimbus-toys.ts'
import { specOf } from './specs.ts'

const now = new Date('2026-03-15T10:30:00Z')

describe.each([
  ['the large shop', nimbusToys],
  ['the young shop', kilnAndLeaf],
])('%s', (_, generate) => {
  let world: World
  beforeAll(() => {
    world = generate({ seed: 'a test', now })
  })

  it('is the same for the same seed and day', () => {
    expect(generate({ seed: 'a test', now: new Date('2026-03-15T23:59:59Z') })).toEqual(world)
  })

  it('is another for another seed', () => {
    expect(generate({ seed: 'another test', now }).orders).not.toEqual(world.orders)
  })

  it('gives every id and every handle once', () => {
    const variants = world.products.flatMap((product) => product.variants)
    const lists = {
      products: world.products.map(({ id }) => id),
      handles: world.products.map(({ handle }) => handle),
      variants: variants.map(({ id }) => id),
      inventoryItems: variants.map(({ inventoryItemId }) => inventoryItemId),
      skus: variants.map(({ sku }) => sku),
      collections: world.collections.map(({ handle }) => handle),
      customers: world.customers.map(({ id }) => id),
      orders: world.orders.map(({ id }) => id),
      orderNames: world.orders.map(({ name }) => name),
      lines: world.orders.flatMap(({ lines }) => lines.map(({ id }) => id)),
    }
    for (const [list, values] of Object.entries(lists)) expect(new Set(values).size, list).toBe(values.length)
  })

  it('has prices in whole cents and variants that answer every option', () => {
    for (const product of world.products) {
      for (const variant of product.variants) {
        expect(Number.isInteger(variant.price) && variant.price >= 0).toBe(true)
        if (variant.compareAtPrice !== null) expect(variant.compareAtPrice).toBeGreaterThan(variant.price)
        expect(variant.options).toHaveLength(product.options.length)
        product.options.forEach(({ values }, place) => expect(values).toContain(variant.options[place]))
      }
    }
  })

  it('orders only what exists, at its price, and nothing before it existed', () => {
    const products = new Map(world.products.map((product) => [product.id, product]))
    const customers = new Set(world.customers.map(({ id }) => id))
    const misfits = world.orders.filter(
      ({ createdAt, customerId, lines }) =>
        lines.length === 0 ||
        (customerId !== null && !customers.has(customerId)) ||
        lines.some(({ productId, variantId, price, quantity, currentQuantity }) => {
          const product = products.get(productId)
          const variant = product?.variants.find(({ id }) => id === variantId)
          return (
            !product ||
            variant?.price !== price ||
            product.createdAt > createdAt ||
            quantity < 1 ||
            currentQuantity < 0 ||
            currentQuantity > quantity
          )
        }),
    )
    expect(misfits).toEqual([])
  })

  it('tells its orders oldest first and ends at midnight', () => {
    const times = world.orders.map(({ createdAt }) => createdAt)
    expect(times).toEqual(times.toSorted())
    expect(times.at(-1)?.slice(0, 10)).toBe('2026-03-14')
    const today = '2026-03-15T00:00:00.000Z'
    expect(world.orders.filter(({ createdAt, updatedAt }) => updatedAt < createdAt || updatedAt > today)).toEqual([])
  })

  it('lists in collections only what it has, once', () => {
    const ids = new Set(world.products.map(({ id }) => id))
    for (const { productIds, title } of world.collections) {
      expect(productIds.length, title).toBeGreaterThan(0)
      expect(new Set(productIds).size, title).toBe(productIds.length)
      expect(productIds.every((id) => ids.has(id))).toBe(true)
    }
  })

  it('knows nobody who could exist', () => {
    const real = world.customers.filter(({ email, phone }) => !/^[a-z.0-9]+@example\.(com|org)$/.test(email) || !reserved.test(phone))
    expect(real).toEqual([])
  })
})

/** Numbers that the regulators of Britain, Germany and North America keep for stories. */
const reserved = /^(\+447700900\d{3}|\+441632960\d{3}|\+493023125\d{3}|\+494066969\d{3}|\+1\d{3}55501\d{2})$/

describe('the large shop', () => {
  const world = nimbusToys({ seed: 'a test', now })
  const products = new Map(world.products.map((product) => [product.id, product]))

  it('is large', () => {
    expect(world.products.length).toBeGreaterThanOrEqual(300)
    expect(world.orders.length).toBeGreaterThanOrEqual(20_000)
    expect(now.getTime() - Date.parse(world.orders[0]?.createdAt ?? '')).toBeGreaterThan(540 * day)
    expect(world.collections.length).toBeGreaterThanOrEqual(15)
  })

  it('puts a laptop and a sleeve into one collection exactly if they fit', () => {
    for (const laptop of ofType('Laptop')) {
      for (const sleeve of ofType('Sleeve')) {
        const shared = world.collections.filter(({ productIds }) => productIds.includes(laptop.id) && productIds.includes(sleeve.id))
        const fits = specOf(laptop, 'screen_inches') === specOf(sleeve, 'fits_inches')
        const size = String(Math.floor(Number(specOf(laptop, 'screen_inches'))))
        expect(shared.map(({ title }) => title)).toEqual(fits ? [`${size}-inch essentials`] : [])
      }
    }
  })

  it('says what its toys need, and sells enough cells for all but the one whose only pack has run out', () => {
    const thirsty = world.products.filter((product) => specOf(product, 'battery_count') !== undefined)
    expect(thirsty.length).toBeGreaterThan(30)
    for (const toy of thirsty) expect(toy.tags).toContain(`needs-${specOf(toy, 'battery_size')?.toLowerCase() ?? ''}`)
    const left = thirsty.filter((toy) => !ofType('Batteries').some((pack) => sells(pack) && suffices(toy, pack)))
    expect(left.map(({ title }) => title)).toEqual(['Karaoke star stage set'])
  })

  it.each<[string, (product: Product) => boolean]>([
    ['sold out', (product) => product.variants.every(({ stock, continueSelling }) => stock === 0 && !continueSelling)],
    ['sold beyond its stock', (product) => product.variants.some(({ stock, continueSelling }) => stock === 0 && continueSelling)],
    [
      'sold out in one variant only',
      (product) => sells(product) && product.variants.some(({ stock, continueSelling }) => stock === 0 && !continueSelling),
    ],
    ['unpublished', ({ status, publishedAt }) => status === 'ACTIVE' && publishedAt === null],
    ['a draft', ({ status }) => status === 'DRAFT'],
    ['archived', ({ status }) => status === 'ARCHIVED'],
    ['a gift card', ({ isGiftCard }) => isGiftCard],
    ['sold by subscription only', ({ requiresSellingPlan }) => requiresSellingPlan],
    ['free', ({ variants }) => variants.some(({ price }) => price === 0)],
    ['of untracked stock', ({ variants, isGiftCard }) => !isGiftCard && variants.some(({ stock }) => stock === null)],
    ['reduced', ({ variants }) => variants.some(({ compareAtPrice }) => compareAtPrice !== null)],
    ['hard to escape', ({ title }) => /[<>]/.test(title) && title.includes('&') && /[äöü]/.test(title)],
    ['without a picture', ({ picture }) => picture === null],
  ])('has a product that is %s', (_, isSo) => {
    expect(world.products.some(isSo)).toBe(true)
  })

  it('sees shoppers come back, guests, cancelled orders and refunds', () => {
    const counts = new Map<number, number>()
    for (const { customerId } of world.orders) if (customerId !== null) counts.set(customerId, (counts.get(customerId) ?? 0) + 1)
    expect([...counts.values()].filter((count) => count > 1).length / counts.size).toBeGreaterThan(0.25)
    const share = (isSo: (order: World['orders'][number]) => boolean) => world.orders.filter(isSo).length / world.orders.length
    expect(share(({ customerId }) => customerId === null)).toBeGreaterThan(0.05)
    expect(share(({ cancelledAt }) => cancelledAt !== null)).toBeGreaterThan(0.005)
    expect(
      share(({ cancelledAt, lines }) => cancelledAt === null && lines.some((line) => line.currentQuantity < line.quantity)),
    ).toBeGreaterThan(0.01)
  })

  it('is busiest before Christmas', () => {
    const inMonth = (month: string) => world.orders.filter(({ createdAt }) => createdAt.startsWith(month)).length
    expect(inMonth('2025-12')).toBeGreaterThan(1.4 * inMonth('2026-02'))
  })

  it('fills baskets of a believable size', () => {
    const lines = world.orders.reduce((sum, order) => sum + order.lines.length, 0)
    expect(lines / world.orders.length).toBeGreaterThan(2)
    expect(lines / world.orders.length).toBeLessThan(2.7)
  })

  it('never sold a draft', () => {
    expect(world.orders.flatMap(({ lines }) => lines).filter(({ productId }) => products.get(productId)?.status === 'DRAFT')).toEqual([])
  })

  function ofType(type: string): Product[] {
    return world.products.filter(({ productType }) => productType === type)
  }
})

const suffices = (toy: Product, pack: Product): boolean =>
  specOf(pack, 'battery_size') === specOf(toy, 'battery_size') && Number(specOf(pack, 'pack_size')) >= Number(specOf(toy, 'battery_count'))

const sells = ({ status, publishedAt, variants }: Product): boolean =>
  status === 'ACTIVE' &&
  publishedAt !== null &&
  variants.some(({ stock, continueSelling }) => stock === null || stock > 0 || continueSelling)

describe('the young shop', () => {
  it('has little to learn from in the sixty days an app may see', () => {
    const world = kilnAndLeaf({ seed: 'a test', now })
    const visible = world.orders.filter(({ createdAt }) => Date.parse(createdAt) > now.getTime() - 60 * day)
    expect(world.facts.grantsAllOrders).toBe(false)
    expect(visible.length).toBeGreaterThan(150)
    expect(visible.length).toBeLessThan(world.orders.length / 2)
  })
})
