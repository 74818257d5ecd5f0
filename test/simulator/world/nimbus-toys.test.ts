import { describe, expect, it } from 'vitest'
import type { Product, World } from '../shop.ts'
import { day } from './clock.ts'
import { nimbusToys } from './nimbus-toys.ts'
import { specOf } from './specs.ts'

const now = new Date('2026-03-15T10:30:00Z')

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
