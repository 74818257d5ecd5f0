import { expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import type { ProductFact } from '../facts/fact.ts'
import { anglesOf, learnAngles } from './learn-angles.ts'

const fact = (facet: ProductFact['facet'], value: string): ProductFact => ({ id: facet, facet, value, source: { kind: 'vendor' } })
/** Four products: two sizes, and two makers across them. */
const facts = [
  [fact('size', 'S'), fact('make', 'one')],
  [fact('size', 'S'), fact('make', 'other')],
  [fact('size', 'L'), fact('make', 'one')],
  [fact('size', 'L'), fact('make', 'other')],
]

/** Each customer buys the one product, then the other. */
function logOf(pairs: readonly (readonly [number, number])[]) {
  const items = pairs.flat()
  return {
    products: [1, 2, 3, 4] as ProductId[],
    starts: Uint32Array.from({ length: items.length + 1 }, (_, at) => at),
    items: Uint32Array.from(items),
    at: Float64Array.from(items, (_, at) => at),
    customers: Int32Array.from(items, (_, at) => at >> 1),
    customerCount: pairs.length,
    now: items.length,
  }
}
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value)

it('puts first what the next product has in common with the one before', () => {
  const bySize = logOf([...times(100, [0, 1] as const), ...times(100, [2, 3] as const)])
  expect(
    learnAngles(
      bySize,
      () => 'Shirt',
      (item) => facts[item]!,
    )['Shirt']![0],
  ).toBe('size')
  const byMake = logOf([...times(100, [0, 2] as const), ...times(100, [1, 3] as const)])
  expect(
    learnAngles(
      byMake,
      () => 'Shirt',
      (item) => facts[item]!,
    )['Shirt']![0],
  ).toBe('make')
})

it('leaves the order as it was where few have bought twice', () => {
  const learnt = learnAngles(
    logOf([[0, 1]]),
    () => 'Shirt',
    (item) => facts[item]!,
  )
  expect(anglesOf(learnt, 'Hat')).toHaveLength(5)
  expect(anglesOf({}, 'Hat')).toHaveLength(5)
})

it('learns of each type by itself, and of the whole shop for the others', () => {
  const log = logOf([...times(100, [0, 1] as const), ...times(100, [2, 3] as const), ...times(300, [0, 2] as const)])
  const learnt = learnAngles(
    log,
    (item) => (item === 2 ? 'Hat' : 'Shirt'),
    (item) => facts[item]!,
  )
  expect(learnt['Hat']![0]).toBe('make')
  expect(learnt['Shirt']![0]).toBe('size')
  expect(learnt['']![0]).toBe('make')
})
