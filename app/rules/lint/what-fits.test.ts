import { describe, expect, it } from 'vitest'
import type { Guard } from '#app/rules/resolve/guard.ts'
import type { Offer } from '#app/rules/resolve/offer-rule-by-rule.ts'
import { MOST_OFFERED } from '#app/rules/rule.ts'
import { aRule } from '../../../test/a/rule.ts'
import { whatFits } from './what-fits.ts'

const SOMETIMES: Guard = { kind: 'signed-in' }
const rule = aRule()
const offer = (index: number, guard: Guard | true = true) => ({ index, rule, guard }) as Offer
const indexes = (offers: readonly Offer[]) => offers.map(({ index }) => index)
/** A resolver in which these pairs are never together. */
const apart = (...pairs: (readonly [number, number])[]) => ({
  barrierOf: (index: number) => ({
    bars: (other: number) => pairs.some((pair) => pair.includes(index) && pair.includes(other) && index !== other),
    name: String(index),
    all: () => undefined,
  }),
})

describe('what can come to be seen of a page’s offers', () => {
  const full = Array.from({ length: MOST_OFFERED }, (_, index) => offer(index))

  it('is nothing behind a slot that is full of what always stands', () => {
    expect(indexes(whatFits([...full, offer(99)], 'locked', apart()))).toEqual(indexes(full))
  })

  it('is also what stands behind cards that stand at some moments only', () => {
    const sometimes = full.map(({ index }) => offer(index, SOMETIMES))
    expect(indexes(whatFits([...sometimes, offer(99)], 'locked', apart()))).toEqual([...indexes(full), 99])
  })

  it('is all of it in an assisted slot, where any may come first', () => {
    expect(indexes(whatFits([...full, offer(99)], 'assisted', apart([0, 99])))).toEqual([...indexes(full), 99])
  })

  it('is not what is never together with a card that always stands before it', () => {
    expect(indexes(whatFits([offer(1), offer(2), offer(3)], 'locked', apart([1, 2])))).toEqual([1, 3])
  })

  it('is what is never together with a card that stands at some moments only: at others it has room', () => {
    expect(indexes(whatFits([offer(1, SOMETIMES), offer(2), offer(3)], 'locked', apart([1, 2])))).toEqual([1, 2, 3])
  })

  it('bars nothing by a card that itself may have to give way to one before it', () => {
    // 2 gives way to 1 whenever that stands, so 3 has room then.
    expect(indexes(whatFits([offer(1, SOMETIMES), offer(2), offer(3)], 'locked', apart([1, 2], [2, 3])))).toEqual([1, 2, 3])
  })
})
