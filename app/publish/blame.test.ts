import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { blame, METAFIELDS_PER_SLOT, type SetError } from './blame.ts'
import { judgeOvertaken } from './judge-overtaken.ts'
import { NO_DIGESTS } from './live-slot.ts'
import type { SlotWrite } from './plan.ts'

const aWrite = (product: number): SlotWrite => ({
  product: product as ProductId,
  offers: `offers of ${product}`,
  notes: `notes of ${product}`,
  placements: [],
  before: NO_DIGESTS,
})
const stale = (elementIndex: number | null, field: string[] = []): SetError => ({
  message: 'stale',
  code: 'STALE_OBJECT',
  field,
  elementIndex,
})

test('every write at fault is named once, and nobody else is', () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(11)), fc.boolean(), (guilty, byField) => {
      const writes = Array.from({ length: 12 }, (_, at) => aWrite(at + 1))
      const errors = guilty.flatMap((at) =>
        Array.from({ length: METAFIELDS_PER_SLOT }, (_, part) => {
          const index = at * METAFIELDS_PER_SLOT + part
          return byField ? stale(null, ['metafields', String(index), 'value']) : stale(index)
        }),
      )
      expect(blame(errors, writes, METAFIELDS_PER_SLOT).map(({ write }) => write)).toEqual(guilty.map((at) => writes[at]))
    }),
  ))

test('a fault is what Shopify calls it', () => {
  const of = (error: SetError) => blame([error], [aWrite(1)], METAFIELDS_PER_SLOT)[0]?.kind
  expect(of(stale(0))).toBe('overtaken')
  expect(of({ message: 'Owner does not exist.', code: 'INVALID', field: ['metafields', '0', 'ownerId'], elementIndex: 0 })).toBe('gone')
  expect(of({ message: 'too long', code: 'INVALID_VALUE', field: ['metafields', '1', 'value'], elementIndex: 1 })).toBe('refused')
  expect(of({ message: 'the whole call', code: null, field: null, elementIndex: null })).toBeUndefined()
  expect(of({ message: 'beyond the call', code: null, field: ['metafields'], elementIndex: 9 })).toBeUndefined()
})

test('a write that was not as believed stands, gives way to a newer one of ours, or is made again on what is there', () => {
  const write = aWrite(1)
  const there = (offers: string, digest: string) => ({ offers, notes: write.notes, digests: { offers: digest, notes: digest } })
  expect(judgeOvertaken(write, undefined, undefined)).toEqual({ kind: 'gone' })
  expect(judgeOvertaken(write, there(write.offers, 'new'), undefined)).toEqual({ kind: 'stands', digests: { offers: 'new', notes: 'new' } })
  expect(judgeOvertaken(write, there('other', 'd2'), there('other', 'd2'))).toEqual({ kind: 'given-way' })
  const strange = there('other', 'd3')
  expect(judgeOvertaken(write, strange, there('other', 'd2'))).toEqual({ kind: 'again', write: { ...write, before: strange.digests } })
  expect(judgeOvertaken({ ...write, before: strange.digests }, strange, strange).kind).toBe('again')
})
