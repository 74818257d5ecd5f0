import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { choicesIn, type Choice } from '#app/signals/storefront-events/choices-in.ts'
import type { ProductFact } from '../facts/fact.ts'
import { learnAngles } from './learn-angles.ts'
import { learnChoices } from './learn-choices.ts'

const fact = (facet: ProductFact['facet'], value: string): ProductFact => ({ id: facet, facet, value, source: { kind: 'vendor' } })
/** Two sizes, and two makers across them. */
const facts = new Map([
  [1, [fact('size', 'S'), fact('make', 'one')]],
  [2, [fact('size', 'S'), fact('make', 'other')]],
  [3, [fact('size', 'L'), fact('make', 'one')]],
  [4, [fact('size', 'L'), fact('make', 'other')]],
  [5, [fact('make', 'one')]],
])
const factsOf = (id: ProductId) => facts.get(id) ?? []
const ids = (...all: number[]) => all as ProductId[]
const choice = (before: number, chosen: number, ...among: number[]): Choice => {
  const [first, then] = ids(before, chosen)
  return { before: first!, chosen: then!, among: ids(...among) }
}
/** Of the same size as the first, and of the same maker. */
const BY_SIZE = choice(1, 2, 2, 3)
const BY_MAKE = choice(1, 3, 2, 3)

const learn = (browsers: readonly (readonly Choice[])[], type: (id: ProductId) => string = () => 'Shirt') =>
  learnChoices(browsers, type, factsOf)
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value)

/** Each customer buys the one product, then the other. */
function bought(pairs: readonly (readonly [number, number])[]) {
  const items = pairs.flat()
  return {
    products: ids(1, 2, 3, 4),
    starts: Uint32Array.from({ length: items.length + 1 }, (_, at) => at),
    items: Uint32Array.from(items, (id) => id - 1),
    at: Float64Array.from(items, (_, at) => at),
    customers: Int32Array.from(items, (_, at) => at >> 1),
    customerCount: pairs.length,
    now: items.length,
  }
}
const angles = (browsers: readonly (readonly Choice[])[], pairs: readonly (readonly [number, number])[] = []) =>
  learnAngles(
    bought(pairs),
    () => 'Shirt',
    (item) => factsOf(ids(item + 1)[0]!),
    learn(browsers),
  )['Shirt'] ?? []

describe('what shoppers choose by', () => {
  it('is how much oftener they choose alike than they would have by chance', () => {
    // Alike 60 times of 60 where 30 were to be expected; 20 browsers more choose as by chance: (60 + 10) / (30 + 10).
    expect(learn(times(60, [BY_SIZE])).liftOf('Shirt', 'size')).toBeCloseTo(70 / 40)
    expect(learn(times(60, [BY_SIZE])).liftOf('Shirt', 'make')).toBeCloseTo(10 / 40)
    expect(learn([...times(30, [BY_SIZE]), ...times(30, [BY_MAKE])]).liftOf('', 'size')).toBeCloseTo(1)
  })

  it('is told by nobody who saw alike offers alone, or none that was', () => {
    expect(learn(times(60, [choice(1, 2, 2, 1)])).liftOf('Shirt', 'size')).toBe(1)
    expect(learn(times(60, [choice(1, 3, 3, 4)])).liftOf('Shirt', 'size')).toBe(1)
    const others = [...times(60, [choice(1, 2, 2, 1)]), ...times(60, [choice(1, 3, 3, 4)])]
    expect(learn([...times(60, [BY_SIZE]), ...others]).liftOf('Shirt', 'size')).toBeCloseTo(70 / 40)
  })

  it('is averaged over what one browser chose', () => {
    // Each chose alike one time of two where every second offer was alike: as by chance.
    expect(learn(times(60, [BY_SIZE, BY_MAKE])).liftOf('Shirt', 'size')).toBeCloseTo(1)
    expect(learn(times(60, [BY_SIZE, BY_SIZE, BY_SIZE])).liftOf('Shirt', 'size')).toBeCloseTo(70 / 40)
  })

  it('is told by offers that have the facet, and by no other', () => {
    // Of a size were two, one of them alike; the fifth is of no size.
    expect(learn(times(60, [choice(1, 2, 2, 3, 5)])).liftOf('Shirt', 'size')).toBeCloseTo(70 / 40)
    expect(learn(times(60, [choice(1, 5, 2, 3, 5)])).liftOf('Shirt', 'size')).toBe(1)
  })

  it('is known of a type as soon as enough is of one facet', () => {
    expect(learn([...times(30, [choice(1, 5, 2, 5)]), [BY_SIZE]]).types).toEqual(['Shirt', ''])
    expect(learn(times(29, [BY_SIZE])).types).toEqual([])
  })

  it('is nothing where few browsers have chosen', () => {
    expect(learn(times(29, [BY_SIZE])).liftOf('Shirt', 'size')).toBe(1)
    expect(learn(times(30, [BY_SIZE])).liftOf('Shirt', 'size')).toBeGreaterThan(1)
  })

  it('is known of the type that was chosen, and of the whole shop', () => {
    const { liftOf } = learn(times(60, [BY_SIZE]), (id) => (Number(id) === 2 ? 'Hat' : 'Shirt'))
    expect([liftOf('Hat', 'size') > 1, liftOf('', 'size') > 1, liftOf('Shirt', 'size')]).toEqual([true, true, 1])
  })
})

describe('angles', () => {
  it('follow what shoppers choose by', () => {
    expect(angles(times(60, [BY_SIZE]))[0]).toBe('size')
    expect(angles(times(60, [BY_MAKE]))[0]).toBe('make')
  })

  it('follow it where few orders say otherwise, and none says anything', () => {
    const few = [
      [1, 2],
      [1, 3],
      [1, 4],
      [2, 3],
    ] as const
    expect(angles(times(60, [BY_SIZE]), few)[0]).toBe('size')
    expect(angles(times(60, [BY_MAKE]), few)[0]).toBe('make')
    expect(angles(times(60, [BY_MAKE]), [...few, [1, 2], [3, 4]])[0]).toBe('make')
  })

  it('follow orders where those say otherwise', () => {
    const bySize = times(100, [1, 2] as const).flatMap((pair) => [pair, [3, 4] as const])
    expect(angles(times(2_000, [BY_MAKE]), bySize)[0]).toBe('size')
  })

  it('stay where they are whatever one browser tells, 100,000 events of it', () => {
    const forged = choicesIn(
      Array.from({ length: 25_000 }, (_, nth) => [
        { kind: 'clicked' as const, product: ids(1)[0]!, at: 4 * nth },
        { kind: 'seen' as const, product: ids(2)[0]!, at: 4 * nth + 1 },
        { kind: 'seen' as const, product: ids(3)[0]!, at: 4 * nth + 2 },
        { kind: 'clicked' as const, product: ids(3)[0]!, at: 4 * nth + 3 },
      ]).flat(),
    )
    expect(forged.length).toBeGreaterThan(20_000)
    expect(angles([forged])).toEqual(angles([]))
    const honest = times(40, [BY_SIZE])
    expect(angles([...honest, forged])).toEqual(angles(honest))
    const before = learn(honest).liftOf('Shirt', 'size')
    expect(Math.abs(learn([...honest, forged]).liftOf('Shirt', 'size') - before)).toBeLessThan(0.03)
  })
})
