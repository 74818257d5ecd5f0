import type { Good } from '../good.ts'
import { countSpec, textSpec } from '../specs.ts'

type Pack = readonly [brand: string, size: string, cells: number, price: number]

const packs: readonly Pack[] = [
  ['Voltkin', 'AA', 2, 249],
  ['Voltkin', 'AA', 4, 429],
  ['Voltkin', 'AA', 8, 749],
  ['Voltkin', 'AA', 12, 999],
  ['Voltkin', 'AA', 24, 1799],
  ['Voltkin', 'AAA', 2, 249],
  ['Voltkin', 'AAA', 4, 429],
  ['Voltkin', 'AAA', 8, 749],
  ['Voltkin', 'AAA', 12, 999],
  ['Voltkin', 'AAA', 24, 1799],
  ['Voltkin', 'C', 2, 449],
  ['Voltkin', 'C', 4, 799],
  ['Voltkin', '9V', 2, 749],
  ['Glimm', 'AA', 4, 299],
  ['Glimm', 'AA', 8, 549],
  ['Glimm', 'AAA', 4, 299],
  ['Glimm', 'AAA', 8, 549],
  ['Glimm', 'C', 2, 349],
  ['Glimm', '9V', 1, 349],
]

const alkaline = packs.map(([brand, size, cells, price]): Good => ({
  title: `${brand} ${size} alkaline batteries, pack of ${String(cells)}`,
  type: 'Batteries',
  vendor: brand,
  price,
  story: `${String(cells)} fresh ${size} cells that keep for ten years in the drawer and empty evenly in the toy.`,
  tags: [size.toLowerCase(), 'alkaline', 'everyday'],
  specs: [textSpec('battery_size', size), countSpec('pack_size', cells), textSpec('chemistry', 'Alkaline')],
}))

const rechargeable = ([size, cells, price]: readonly [string, number, number]): Good => ({
  title: `Voltkin Evergreen rechargeable ${size}, pack of ${String(cells)}`,
  type: 'Batteries',
  vendor: 'Voltkin',
  price,
  story: `${String(cells)} ready-charged ${size} cells, good for a thousand rounds. Fits the Evergreen charging bay.`,
  tags: [size.toLowerCase(), 'rechargeable', 'less-waste'],
  specs: [textSpec('battery_size', size), countSpec('pack_size', cells), textSpec('chemistry', 'NiMH')],
})

const chargers: readonly Good[] = [
  {
    title: 'Voltkin Evergreen charging bay',
    type: 'Battery charger',
    vendor: 'Voltkin',
    price: 2499,
    story: 'Charges four AA or AAA cells overnight and stops by itself when each one is full.',
    tags: ['aa', 'aaa', 'rechargeable', 'less-waste'],
  },
  {
    title: 'Voltkin Evergreen charging bay XL',
    type: 'Battery charger',
    vendor: 'Voltkin',
    price: 3999,
    story: 'Eight bays for AA, AAA and C, two for 9V blocks, and a small display that says how long it will take.',
    tags: ['aa', 'aaa', 'c', '9v', 'rechargeable', 'less-waste'],
  },
]

export const batteries: readonly Good[] = [
  ...alkaline,
  ...(
    [
      ['AA', 4, 1299],
      ['AA', 8, 2299],
      ['AAA', 4, 1199],
    ] as const
  ).map(rechargeable),
  ...chargers,
]
