import { describe, expect, it } from 'vitest'
import { mineGroups, mineProducts } from '#app/models/mining/mine.ts'
import { kilnAndLeaf } from '../simulator/world/kiln-and-leaf.ts'
import { nimbusToys } from '../simulator/world/nimbus-toys.ts'
import { catalogOf, purchasesOf } from './learnt.ts'
import { recovered } from './recovered.ts'
import { shuffled } from './shuffled.ts'

const now = new Date('2026-03-15T00:00:00Z')

describe('mining a shop whose shoppers’ habits are known', () => {
  const world = nimbusToys({ seed: 'never tuned on', now })
  const [catalog, purchases] = [catalogOf(world), purchasesOf(world)]

  it('recovers them', () => {
    const { first, true: habits, directed, expected, found } = recovered(mineProducts(purchases, catalog), purchases, world)
    expect(first).toBe(50)
    expect(habits / first).toBeGreaterThanOrEqual(0.9)
    expect(directed / first).toBeGreaterThanOrEqual(0.9)
    expect(expected).toBeGreaterThan(50)
    expect(found / expected).toBeGreaterThanOrEqual(0.8)
  })

  it('finds nothing once baskets are shuffled, in this shop and in small ones', () => {
    const young = kilnAndLeaf({ seed: 'never tuned on', now })
    const shops = [{ catalog, purchases: shuffled(purchases, 'large') }].concat(
      Array.from({ length: 12 }, (_, nth) => ({ catalog: catalogOf(young), purchases: shuffled(purchasesOf(young), `small ${nth}`) })),
    )
    const alarms = shops.filter(
      (shop) => mineProducts(shop.purchases, shop.catalog).length + mineGroups(shop.purchases, shop.catalog).length > 0,
    )
    expect(alarms.length).toBeLessThanOrEqual(1)
  })
})
