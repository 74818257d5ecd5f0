import { describe, expect, it } from 'vitest'
import type { World } from '../shop.ts'
import { affinities } from './affinities.ts'
import { complementsOf } from './complements.ts'
import { nimbusToys } from './nimbus-toys.ts'
import { kilnAndLeaf } from './kiln-and-leaf.ts'
import { specOf } from './specs.ts'

const now = new Date('2026-03-15T00:00:00Z')
const world = nimbusToys({ seed: 'a test', now })
const young = kilnAndLeaf({ seed: 'a test', now })
const truth = complementsOf(world)

describe('the truth about what goes together', () => {
  it('names pairs of two products, with a probability, once for each habit', () => {
    expect(truth.length).toBeGreaterThan(500)
    for (const { productId, companionId, probability } of truth) {
      expect(companionId).not.toBe(productId)
      expect(probability).toBeGreaterThan(0)
      expect(probability).toBeLessThan(1)
    }
  })

  it('lets every habit come into play in one of the shops', () => {
    const types = new Map([...world.products, ...young.products].map(({ id, productType }) => [id, productType]))
    const seen = new Set(
      [...truth, ...complementsOf(young)].map(
        ({ companionId, productId }) => `${types.get(productId) ?? ''} → ${types.get(companionId) ?? ''}`,
      ),
    )
    for (const { whenBuying, alsoTakes } of affinities) {
      expect([...seen].some((pair) => pair.endsWith(`→ ${alsoTakes}`) && (whenBuying === undefined || pair.startsWith(whenBuying)))).toBe(
        true,
      )
    }
  })

  it('offers a toy only packs of its size that hold enough cells', () => {
    const products = new Map(world.products.map((product) => [product.id, product]))
    for (const { productId, companionId } of truth) {
      const [toy, pack] = [products.get(productId), products.get(companionId)]
      if (!toy || pack?.productType !== 'Batteries') continue
      expect(specOf(pack, 'battery_size')).toBe(specOf(toy, 'battery_size'))
      expect(Number(specOf(pack, 'pack_size'))).toBeGreaterThanOrEqual(Number(specOf(toy, 'battery_count')))
    }
  })

  it('shows in the orders: companions of the well-sold are bought with them, far more often than by chance', () => {
    const orderIds = ordersByProduct(world)
    const wellSold = truth.filter(({ productId, probability }) => probability > 0.08 && (orderIds.get(productId)?.size ?? 0) > 150)
    expect(wellSold.length).toBeGreaterThan(20)
    const lifts = wellSold.map(({ productId, companionId }) => {
      const [withOne, withOther] = [orderIds.get(productId) ?? new Set(), orderIds.get(companionId) ?? new Set<number>()]
      const together = withOne.intersection(withOther).size
      return together / ((withOne.size * withOther.size) / world.orders.length || 1)
    })
    expect(lifts.filter((lift) => lift > 3).length / lifts.length).toBeGreaterThan(0.9)
  })

  it('shows in the orders: a laptop leaves with a sleeve that fits, hardly ever with another', () => {
    const products = new Map(world.products.map((product) => [product.id, product]))
    let [withLaptop, fitting, other] = [0, 0, 0]
    for (const { lines } of world.orders) {
      const bought = lines.map(({ productId }) => products.get(productId)).filter((product) => product !== undefined)
      const sizes = new Set(bought.filter(({ productType }) => productType === 'Laptop').map((laptop) => specOf(laptop, 'screen_inches')))
      if (sizes.size === 0) continue
      const sleeves = bought.filter(({ productType }) => productType === 'Sleeve').map((sleeve) => specOf(sleeve, 'fits_inches'))
      withLaptop++
      if (sleeves.some((size) => sizes.has(size))) fitting++
      if (sleeves.some((size) => !sizes.has(size))) other++
    }
    expect(withLaptop).toBeGreaterThan(500)
    expect(fitting / withLaptop).toBeGreaterThan(0.2)
    expect(fitting / withLaptop).toBeLessThan(0.45)
    expect(other / withLaptop).toBeLessThan(0.1)
  })
})

function ordersByProduct({ orders }: World): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>()
  for (const { id, lines } of orders) {
    for (const { productId } of lines) found.set(productId, (found.get(productId) ?? new Set()).add(id))
  }
  return found
}
