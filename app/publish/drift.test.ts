import { expect, test } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { driftOf, readSlotLine } from './drift.ts'

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
