import { expect, it } from 'vitest'
import { readMarket } from './read-market.ts'

const publication = (id: number) => ({ id: `gid://shopify/Publication/${id}` })
const read = (catalogs: readonly { status: string; publication: { id: string } | null }[], hasNextPage = false) =>
  readMarket({ handle: 'ca', name: 'Canada', status: 'ACTIVE', catalogs: { nodes: catalogs, pageInfo: { hasNextPage } } })
const active = { status: 'ACTIVE', publication: publication(1) }

it('knows a market by what its active catalogs publish', () => {
  expect(read([active, { status: 'ACTIVE', publication: publication(2) }, { status: 'DRAFT', publication: publication(3) }])).toEqual({
    handle: 'ca',
    name: 'Canada',
    publications: [publication(1).id, publication(2).id],
  })
})

it.each([
  ['it has no catalog', [], false],
  ['none of its catalogs is active', [{ ...active, status: 'ARCHIVED' }], false],
  ['a catalog leaves it to the online store', [active, { status: 'ACTIVE', publication: null }], false],
  ['there are more than we were told of', [active], true],
])('takes nothing to be left out where %s', (_, catalogs, hasNextPage) => {
  expect(read(catalogs, hasNextPage)?.publications).toBe(null)
})

it('passes over a market that nobody is sent to', () => {
  expect(readMarket({ handle: 'ca', name: 'Canada', status: 'DRAFT', catalogs: { nodes: [], pageInfo: { hasNextPage: false } } })).toBe(
    undefined,
  )
})
