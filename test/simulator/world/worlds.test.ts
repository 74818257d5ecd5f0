import { beforeAll, describe, expect, it } from 'vitest'
import type { World } from '../shop.ts'
import { kilnAndLeaf } from './kiln-and-leaf.ts'
import { nimbusToys } from './nimbus-toys.ts'

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
    for (const [list, values] of Object.entries(lists)) expect(new Set<unknown>(values).size, list).toBe(values.length)
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
