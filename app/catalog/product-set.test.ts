import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProductSet } from './product-set.ts'

const pair = fc.integer({ min: 1, max: 200 }).chain((size) => {
  const indexes = fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }))
  return fc.record({ size: fc.constant(size), left: indexes, right: indexes })
})

describe('ProductSet', () => {
  it('behaves as a set of numbers does', () => {
    fc.assert(
      fc.property(pair, ({ size, left, right }) => {
        const [a, b] = [ProductSet.of(size, left), ProductSet.of(size, right)]
        const [plainA, plainB] = [new Set(left), new Set(right)]
        const ascending = (set: Set<number>) => [...set].sort((x, y) => x - y)
        const all = new Set(Array.from({ length: size }, (_, index) => index))
        expect([...a.and(b)]).toEqual(ascending(plainA.intersection(plainB)))
        expect([...a.or(b)]).toEqual(ascending(plainA.union(plainB)))
        expect([...a.without(b)]).toEqual(ascending(plainA.difference(plainB)))
        expect([...a.complement()]).toEqual(ascending(all.difference(plainA)))
        expect(a.count()).toBe(plainA.size)
        for (const index of all) {
          expect(a.has(index)).toBe(plainA.has(index))
          expect((a.bitsAround(index) >>> (index & 31)) & 1).toBe(Number(plainA.has(index)))
        }
      }),
    )
  })

  it('is the same one by one, put in or taken out, and as its indexes', () => {
    fc.assert(
      fc.property(pair, ({ size, left, right }) => {
        const set = new ProductSet(size)
        for (const index of left) set.put(index, true)
        expect([...set.indexes()]).toEqual([...set])
        expect([...set]).toEqual(left.toSorted((a, b) => a - b))
        for (const index of right) set.put(index, false)
        expect([...set]).toEqual([...ProductSet.of(size, left).without(ProductSet.of(size, right))])
        const more = set.with(right)
        expect([...more]).toEqual([...set.or(ProductSet.of(size, right))])
        expect(set.has(right[0] ?? 0)).toBe(right.length > 0 ? false : left.includes(0))
        expect(set.size).toBe(size)
      }),
    )
  })
})
