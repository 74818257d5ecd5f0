import { describe, expect, it } from 'vitest'
import type { Catalog } from '#app/catalog/catalog.ts'
import { mineGroups, mineProducts } from '#app/models/mining/mine.ts'
import type { Purchase } from '#app/signals/purchases.ts'
import { aProduct } from '../../../test/a/product.ts'
import { aPurchase } from '../../../test/a/purchase.ts'
import { aCatalog } from '../../../test/a/shop.ts'
import { pickProposals } from './pick.ts'

const times = (count: number, products: (at: number) => number[], from: number) =>
  Array.from({ length: count }, (_, at) => aPurchase(from + at, products(at)))
/** Single products: of the first twenty ids now and then, of the mugs (21 to 24) often. */
const background = [...times(100, (at) => [1 + (at % 20)], 1), ...times(900, (at) => [21 + (at % 4)], 1_000)]
const mugs = [21, 22, 23, 24].map((id) => aProduct(id, { type: 'Mug' }))

const proposed = (purchases: readonly Purchase[], catalog: Catalog, most = 30) =>
  pickProposals({ groups: mineGroups(purchases, catalog), products: mineProducts(purchases, catalog) }, purchases, catalog, most)

describe('pickProposals', () => {
  const laptops = [1, 2, 3, 4].map((id) => aProduct(id, { type: 'Laptop', price: 90_000, collections: [1 + (id % 2)] }))
  const sleeves = [5, 6, 7, 8].map((id) => aProduct(id, { type: 'Sleeve', price: 3_000, collections: [1 + (id % 2)] }))
  const catalog = aCatalog(...laptops, ...sleeves, ...mugs)

  it('proposes one rule of types for what many pairs of products show, with a few of the newest orders', () => {
    // Every laptop with every sleeve alike.
    const habit = times(64, (at) => [1 + (at % 4), 5 + (Math.floor(at / 4) % 4)], 5_000)
    const picks = proposed([...background, ...habit], catalog)
    expect(picks.map(({ key, joins }) => [key, joins])).toEqual([['type laptop > type sleeve', []]])
    expect(picks[0]!.examples.map(({ order }) => order)).toEqual([5_063, 5_062, 5_061, 5_060, 5_059])
  })

  it('ties the two where shoppers take only what shares a collection', () => {
    const habit = times(64, (at) => [1 + (at % 4), 5 + (at % 2) + 2 * (Math.floor(at / 4) % 2)], 5_000)
    const [pick, ...others] = proposed([...background, ...habit], catalog)
    expect(pick).toMatchObject({ key: 'type laptop > type sleeve', joins: [{ kind: 'same-collection' }] })
    expect(others).toEqual([])
  })

  it('ties toys to the batteries of their size in one rule, by metafields that nobody pointed at', () => {
    const sized = (id: number, name: string, type: string, price: number) =>
      aProduct(id, {
        type,
        price,
        metafields: { [name]: [id % 2 ? 'AA' : 'C'], 'specs.colour': ['red'] },
      })
    const toys = [1, 2, 3, 4].map((id) => sized(id, 'specs.takes', 'Toy', 4_000))
    const cells = [5, 6, 7, 8].map((id) => sized(id, 'specs.size', 'Battery', 500))
    const habit = times(64, (at) => [1 + (at % 4), 5 + (at % 2) + 2 * (Math.floor(at / 4) % 2)], 5_000)
    const picks = proposed([...background, ...habit], aCatalog(...toys, ...cells, ...mugs))
    expect(picks.map(({ key, joins }) => [key, joins])).toEqual([
      ['type toy > type battery', [{ kind: 'metafield', trigger: 'specs.takes', offered: 'specs.size' }]],
    ])
  })

  it('names single products where no type or tag says it', () => {
    const nameless = aCatalog(...[1, 2, 3, 4, 5, 6].map((id) => aProduct(id, { type: '', price: id === 1 ? 9_000 : 100 })), ...mugs)
    const picks = proposed([...background, ...times(40, () => [1, 5], 5_000)], nameless)
    expect(picks.map(({ key }) => key)).toEqual(['product 1 > product 5'])
  })

  it('leaves a wide rule out where narrower ones hold all that it has to say', () => {
    const toys = [1, 2, 3, 4].map((id) => aProduct(id, { type: 'Toy', price: 4_000, tags: [id <= 2 ? 'needs-aa' : 'needs-c'] }))
    const cells = [5, 6, 7, 8].map((id) => aProduct(id, { type: 'Battery', price: 500, tags: [id <= 6 ? 'aa' : 'c'] }))
    const habit = times(
      120,
      (at) => (at % 2 ? [1 + (at % 4 > 1 ? 1 : 0), 5 + (at % 3 > 1 ? 1 : 0)] : [3 + (at % 4 > 1 ? 1 : 0), 7 + (at % 3 > 1 ? 1 : 0)]),
      5_000,
    )
    const keys = proposed([...background, ...habit], aCatalog(...toys, ...cells, ...mugs)).map(({ key }) => key)
    expect(keys.toSorted()).toEqual(['tag needs-aa > tag aa', 'tag needs-c > tag c'])
  })

  it('proposes no more than it is asked for, and nothing of nothing', () => {
    const habit = times(64, (at) => [1 + (at % 4), 5 + (at % 4)], 5_000)
    expect(proposed([...background, ...habit], catalog, 0)).toEqual([])
    expect(proposed(background, catalog)).toEqual([])
    expect(proposed([], aCatalog())).toEqual([])
  })
})
