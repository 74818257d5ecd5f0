import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { selectBaskets, type BasketLog } from './basket-log.ts'

interface Plain {
  readonly items: readonly number[]
  readonly at: number
  readonly customer: number
}

const packed = (baskets: readonly Plain[], now: number): BasketLog => ({
  products: [10, 20, 30] as ProductId[],
  starts: Uint32Array.from([0, ...baskets.map((_, at) => baskets.slice(0, at + 1).flatMap(({ items }) => items).length)]),
  items: Uint32Array.from(baskets.flatMap(({ items }) => items)),
  at: Float64Array.from(baskets, ({ at }) => at),
  customers: Int32Array.from(baskets, ({ customer }) => customer),
  customerCount: 5,
  now,
})

const anyBaskets = fc
  .array(
    fc.record({
      items: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1 }),
      at: fc.integer({ min: 0, max: 100 }),
      customer: fc.integer({ min: -1, max: 4 }),
    }),
    { maxLength: 12 },
  )
  .map((baskets) => baskets.toSorted((one, other) => one.at - other.at))

it('keeps the baskets that are let through, whole and in their order, none later than it is known', () => {
  fc.assert(
    fc.property(
      anyBaskets,
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      fc.integer({ min: 0, max: 100 }),
      (baskets, lets, now) => {
        const selected = selectBaskets(packed(baskets, 100), (basket) => lets[basket]!, now)
        const kept = baskets.filter((_, basket) => lets[basket]).map(({ at, ...rest }) => ({ ...rest, at: Math.min(at, now) }))
        expect(selected).toEqual(packed(kept, now))
      },
    ),
  )
})
