import { expect, it } from 'vitest'
import { aProduct, aVariant } from '../../../test/a/product.ts'
import { aCatalog } from '../../../test/a/shop.ts'
import { namesOf } from './names-of.ts'

const sized = (id: number, ...sizes: string[]) =>
  aProduct(id, {
    options: ['Size'],
    variants: sizes.map((size) => aVariant({ options: [size] })),
    metafields: { 'specs.cells': ['AA', 'C'] },
  })

it('are the names of the catalogue, and the values of options and metafields, each once', () => {
  const names = namesOf(
    aCatalog(sized(1, 'S', 'M'), sized(2, 'M', ''), aProduct(3, { collections: [5], metafields: { 'specs.needs': 4 } })),
    'EUR',
  )
  expect(names).toMatchObject({
    types: ['Thing'],
    vendors: ['Maker'],
    collections: [{ id: 5, title: 'Collection 5' }],
    options: { Size: ['S', 'M'] },
    metafields: { 'specs.cells': ['AA', 'C'], 'specs.needs': [] },
    currency: 'EUR',
  })
  expect(Object.keys(names.options)).toEqual(['Size'])
})

it('hold no prose, and none of more than two hundred values', () => {
  const of = (count: number) =>
    namesOf(aCatalog(sized(1, ...Array.from({ length: count }, (_, nth) => `Size ${nth}`))), 'EUR').options['Size']
  expect(of(200)).toHaveLength(200)
  expect(of(201)).toEqual([])
  expect(namesOf(aCatalog(sized(1, 'x'.repeat(40), 'x'.repeat(41))), 'EUR').options['Size']).toEqual(['x'.repeat(40)])
})
