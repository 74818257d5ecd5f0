import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { EVERY_PLACEMENT, LOCKS, SOURCES, type SlotMix } from '#app/commerce/placement.ts'
import { withChecksum } from '#app/serve/snapshots/checked-bytes.server.ts'
import { readOfferableSnapshot, writeOfferableSnapshot } from '#app/serve/snapshots/offerable-snapshot.server.ts'
import { joinHandles } from './handles.ts'
import { areApart, asText, handleOf, isLacking, looksOf, mayBeOffered, mayChoose, type Offerable } from './offerable.ts'

const SHOP = 'ours.myshopify.com' as ShopId
const someIds = fc.uniqueArray(fc.integer({ min: 1, max: 40 })).map((all) => Float64Array.from(all).sort())
const aMix = fc.record({ lock: fc.constantFrom(...LOCKS), sources: fc.shuffledSubarray([...SOURCES]) }) as fc.Arbitrary<SlotMix>
const looksAt = (id: number) => (id % 3 === 0 ? [] : [`power:a, ${id}`, 'make:ü & co'])
const withHandles = ({ hasLooks, ...parts }: Omit<Offerable, 'handles'> & { readonly hasLooks: boolean }): Offerable => {
  const all = [...parts.byAnybody, ...parts.byRulesAlone]
  const handles = joinHandles(all.map((id) => `ü-${id}`))
  return { ...parts, handles, ...(hasLooks && { looks: joinHandles(all.map((id) => asText(looksAt(id)))) }) }
}
const anyOfferable: fc.Arbitrary<Offerable> = fc
  .record({
    timezone: fc.constantFrom('UTC', 'Asia/Tokyo'),
    hasLooks: fc.boolean(),
    mixes: fc.dictionary(fc.constantFrom(...EVERY_PLACEMENT), fc.array(aMix, { minLength: 1, maxLength: 3 })),
    byAnybody: someIds,
    byRulesAlone: someIds,
    apart: fc.array(fc.tuple(someIds, someIds), { maxLength: 3 }),
    lacks: fc.dictionary(fc.constantFrom('eu', 'ü\n'), someIds).map((all) => new Map(Object.entries(all))),
    only: fc.dictionary(fc.constantFrom(...EVERY_PLACEMENT), someIds).map((all) => new Map(Object.entries(all)) as Offerable['only']),
  })
  .map(withHandles)

it('comes back from its bytes as it was, and answers as its lists have it', () => {
  fc.assert(
    fc.property(anyOfferable, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (offerable, first, second) => {
      const read = readOfferableSnapshot(writeOfferableSnapshot(SHOP, offerable))
      if (typeof read === 'string') throw new Error(read)
      expect(read.offerable).toEqual(offerable)
      const [one, other] = [first, second] as [ProductId, ProductId]
      const { byAnybody, byRulesAlone, apart, lacks, only } = offerable
      expect(mayBeOffered(read.offerable, one)).toBe(byAnybody.includes(one) || byRulesAlone.includes(one))
      expect(handleOf(read.offerable, one)).toBe(mayBeOffered(offerable, one) ? `ü-${one}` : undefined)
      expect(looksOf(read.offerable, one)).toEqual(offerable.looks && mayBeOffered(offerable, one) ? looksAt(one) : [])
      for (const placement of EVERY_PLACEMENT)
        expect(mayChoose(read.offerable, placement, one)).toBe(byAnybody.includes(one) && (only.get(placement)?.includes(one) ?? true))
      const isApart = apart.some(
        ([these, those]) => (these.includes(one) && those.includes(other)) || (those.includes(one) && these.includes(other)),
      )
      expect([areApart(read.offerable, one, other), areApart(read.offerable, other, one)]).toEqual([isApart, isApart])
      expect(isLacking(read.offerable, 'eu', one)).toBe(lacks.get('eu')?.includes(one) ?? false)
    }),
  )
})

it('is refused when it was cut short or altered, and of another kind', () => {
  const empty = new Float64Array()
  const whole = writeOfferableSnapshot(SHOP, {
    timezone: 'UTC',
    mixes: {},
    byAnybody: Float64Array.of(1, 2),
    byRulesAlone: empty,
    apart: [],
    lacks: new Map(),
    only: new Map(),
    handles: joinHandles(['one', 'two']),
  })
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      expect(readOfferableSnapshot(whole.subarray(0, at))).toBeTypeOf('string')
      const altered = Buffer.from(whole)
      altered[at]! ^= change
      expect(readOfferableSnapshot(altered)).toBeTypeOf('string')
    }),
  )
  for (const rest of ['', `\ntandem-published-2\n${SHOP}\n{}\n`, `\ntandem-offerable-2\n`, `\ntandem-offerable-2\n${SHOP}\n`])
    expect(readOfferableSnapshot(withChecksum(Buffer.from(rest)))).toBeTypeOf('string')
})
