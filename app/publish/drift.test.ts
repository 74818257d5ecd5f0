import { expect, test } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { dealsDriftOf, driftOf, readSlotLine } from './drift.ts'

const line = (id: number, offers: string | null, notes = offers) => ({
  id: `gid://shopify/Product/${id}`,
  offers: offers && { compareDigest: offers },
  notes: notes && { compareDigest: notes },
})
const remembered = (digest: string) => ({ offers: 'o', notes: 'n', digests: { offers: digest, notes: digest } })

test('what differs in either metafield has drifted, what is unknown to both has not', () => {
  const lines = [line(1, 'a'), line(2, 'x'), line(3, 'a', 'x'), line(4, null), line(5, null), line(6, 'a')]
  const memory = new Map([1, 2, 3, 4].map((id) => [id as ProductId, remembered('a')]))
  const found = lines.map(readSlotLine).filter((slot) => slot !== undefined)
  expect(driftOf(found, memory).map(({ product }) => product)).toEqual([2, 3, 4, 6])
})

test('a line that cannot be read says nothing', () => {
  for (const broken of [undefined, null, {}, { id: 'gid://shopify/Collection/1', offers: null }, { ...line(1, 'a'), offers: 'a' }])
    expect(readSlotLine(broken)).toBeUndefined()
})

test('deals that are gone, others, or somebody else’s have drifted, and so has what no digest is known of', () => {
  const found = [undefined, 'a', 'x', null, 'a', null].map((deals, at) =>
    readSlotLine({ id: `gid://shopify/Product/${at + 1}`, ...(deals !== undefined && { deals: deals && { compareDigest: deals } }) }),
  )
  const memory = new Map([2, 3, 4].map((id) => [id as ProductId, 'a'] as const))
  const all = found.filter((one) => one !== undefined)
  expect(dealsDriftOf(all, memory).map(({ product }) => product)).toEqual([3, 4, 5])
  expect(dealsDriftOf(all, new Map([[2 as ProductId, null]])).map(({ product }) => product)).toEqual([2, 3, 5])
})
