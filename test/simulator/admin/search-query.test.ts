import { expect, test } from 'vitest'
import { compared, sameText, search, type Filters } from './search-query.ts'

interface Thing {
  readonly name: string
  readonly size: number
}

const things: readonly Thing[] = [
  { name: 'Red box', size: 1 },
  { name: 'Blue box', size: 2 },
  { name: 'Blue bag', size: 3 },
]
const filters: Filters<Thing> = {
  text: ({ name }) => name,
  fields: { name: (thing, term) => sameText(thing.name, term), size: (thing, term) => compared(thing.size, term) },
}
const found = (query: string | null) => search(things, query, filters).map(({ size }) => size)

test.each([
  [null, [1, 2, 3]],
  ['', [1, 2, 3]],
  ['box', [1, 2]],
  ['blue BOX', [2]],
  ['name:"Blue box"', [2]],
  ["name:'red box'", [1]],
  ['name:Blue*', [2, 3]],
  ['size:>=2 -bag', [2]],
  ['NOT name:"Red box" AND size:<3', [2]],
])('%s finds %j', (query, sizes) => {
  expect(found(query)).toEqual(sizes)
})

test.each(['colour:red', 'red OR blue', '(red)', 'size:large'])('%s is refused rather than ignored', (query) => {
  expect(() => found(query)).toThrow('does not know')
})
