import { describe, expect, it } from 'vitest'
import type { CollectionId, ProductId } from '#app/commerce/ids.ts'
import { aProduct } from '../../test/a/product.ts'
import { indexCatalog, type Collection } from './catalog.ts'

const clock = { at: 0, timezone: 'UTC' }
const [SALE, NEW] = [10 as CollectionId, 20 as CollectionId]
const collections: Collection[] = [
  { id: SALE, title: 'Sale' },
  { id: NEW, title: 'New' },
]
const products = [
  aProduct(30, { title: 'Lamp', collections: [SALE, SALE] }),
  aProduct(10, { title: 'Lamp', collections: [SALE, NEW] }),
  aProduct(20, { title: 'Robot' }),
]
const catalog = indexCatalog(products, collections, clock)

describe('a catalogue', () => {
  it('has its products in the order of their ids, and finds each', () => {
    expect(catalog.products.map(({ id }) => id)).toEqual([10, 20, 30])
    expect([10, 20, 30, 40].map((id) => catalog.indexOf(id as ProductId))).toEqual([0, 1, 2, undefined])
  })

  it('knows who is in a collection, each once', () => {
    expect(catalog.membersOf(SALE)).toEqual([0, 2])
    expect(catalog.membersOf(NEW)).toEqual([0])
    expect(catalog.membersOf(99 as CollectionId)).toEqual([])
    expect(catalog.collections.get(NEW)).toEqual({ id: NEW, title: 'New' })
  })

  it('counts who bears a title', () => {
    expect(['Lamp', 'Robot', 'lamp'].map((title) => catalog.bearersOf(title))).toEqual([2, 1, 0])
    // A second time it is known.
    expect(catalog.bearersOf('Lamp')).toBe(2)
  })

  it('takes the later of two products with one id', () => {
    const twice = indexCatalog([aProduct(1, { title: 'Before' }), aProduct(1, { title: 'After' })], [], clock)
    expect(twice.products.map(({ title }) => title)).toEqual(['After'])
  })

  it('says what a market lacks, as far as it is in the catalogue', () => {
    const market = { handle: 'eu', name: 'Europe', lacks: [20, 99] as ProductId[] }
    const { markets } = indexCatalog(products, [], clock, [market as never])
    expect(markets.map(({ handle, lacks }) => [handle, [0, 1, 2].filter((index) => lacks.has(index))])).toEqual([['eu', [1]]])
    expect(catalog.markets).toEqual([])
    expect(catalog.clock).toBe(clock)
  })
})
