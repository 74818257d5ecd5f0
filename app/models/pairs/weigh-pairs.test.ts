import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLog } from '../../../test/a/log.ts'
import { weighPairs, type Pairs } from './weigh-pairs.ts'

const baskets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 6 }), { maxLength: 60 })

function row({ width, degree, neighbours, together, weight }: Pairs, product: number) {
  return new Map(
    Array.from({ length: degree[product]! }, (_, place) => {
      const at = product * width + place
      return [neighbours[at]!, { together: together[at]!, weight: weight[at]! }]
    }),
  )
}

describe('weighPairs', () => {
  it('counts as a plain count does, the same both ways', () => {
    fc.assert(
      fc.property(baskets, (list) => {
        const pairs = weighPairs(aLog(list, { products: 12 }), 12)
        for (let one = 0; one < 12; one++) {
          const others = row(pairs, one)
          for (let other = 0; other < 12; other++) {
            const expected = one === other ? 0 : list.filter((basket) => basket.includes(one) && basket.includes(other)).length
            expect(others.get(other)?.together ?? 0).toBe(expected)
            expect(row(pairs, other).get(one)?.weight).toEqual(others.get(other)?.weight)
          }
        }
      }),
    )
  })

  it('gives the permuted answer when products change names', () => {
    fc.assert(
      fc.property(baskets, fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 }), (list, names) => {
        const plain = weighPairs(aLog(list, { products: 12 }), 12)
        const renamed = weighPairs(
          aLog(
            list.map((basket) => basket.map((item) => names[item]!)),
            { products: 12 },
          ),
          12,
        )
        for (let one = 0; one < 12; one++)
          expect(row(renamed, names[one]!)).toEqual(new Map([...row(plain, one)].map(([other, counts]) => [names[other]!, counts])))
      }),
    )
  })

  it('never counts less for a pair that is bought once more', () => {
    fc.assert(
      fc.property(baskets, (list) => {
        const weightOf = (all: typeof list) => row(weighPairs(aLog(all, { products: 12, days: 0 }), 12), 0).get(1)?.weight ?? 0
        expect(weightOf([...list, [0, 1]])).toBeGreaterThan(weightOf(list))
      }),
    )
  })

  it('takes an order of 10,000 products for little, and the pairs that others buy for more', () => {
    const huge = [0, ...Array.from({ length: 9_999 }, (_, at) => at + 2)]
    const pairs = weighPairs(aLog([huge, [0, 1], [0, 1]], { products: 10_001, days: 0 }), 5)
    expect(pairs.degree.reduce((sum, degree) => sum + degree, 0)).toBeLessThan(60 * 5)
    const best = [...row(pairs, 0)].toSorted(([, a], [, b]) => b.weight - a.weight)
    expect(best[0]![0]).toBe(1)
  })

  it('weighs what was bought lately more', () => {
    const pairs = weighPairs(
      aLog(
        [
          [0, 1],
          [0, 2],
        ],
        { days: 200 },
      ),
      3,
    )
    const others = row(pairs, 0)
    expect(others.get(2)!.weight).toBeGreaterThan(2 * others.get(1)!.weight)
  })
})
