import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import { PLACEMENTS, type Source } from '#app/commerce/placement.ts'
import { onlyDecided, type PlacementMix } from '#app/rules/mix.ts'
import { everything } from '../../test/a/rule.ts'
import { pageMix } from '../../test/a/rule-set.ts'
import { COUNTS } from '../../test/a/slots.ts'
import { nearTo } from './near-to.ts'
import { isOpenBesideProducts, isRevisedByRules } from './what-mixes-ask.ts'

const open = (...sources: Source[]) => pageMix('open', ...sources)
const home: PlacementMix = { slots: PLACEMENTS.home.slots, adjust: [] }

describe('whether a machine may fill anything beside products', () => {
  it.each(['locked', 'assisted', 'off'] as const)('it may not where slots are %s', (lock) => {
    expect(isOpenBesideProducts(pageMix(lock))).toBe(false)
  })
  it('it may in an open slot, and what is open on pages without a product is not beside one', () => {
    expect(isOpenBesideProducts(open('popular'))).toBe(true)
    expect(isOpenBesideProducts(onlyDecided({ home }))).toBe(false)
  })
})

describe('what a change of one product changes beside others', () => {
  it.each([
    [['rules', 'bought-together'], true],
    [['next-for-you', 'buy-again'], true],
    [['rules', 'popular'], false],
    [['look-alikes'], false],
  ] as const)('is told where open slots are filled from %s: %s', (sources, isTold) => {
    expect(isRevisedByRules(open(...sources))).toBe(isTold)
  })
  it('is told of locked slots whatever they are filled from, and not where anything is pinned or buried', () => {
    expect(isRevisedByRules(pageMix('locked', 'popular'))).toBe(true)
    const adjusted = { slots: PLACEMENTS['cart-page'].slots, adjust: [{ kind: 'bury', where: everything }] } as unknown as PlacementMix
    expect(isRevisedByRules(onlyDecided({ 'cart-page': adjusted }))).toBe(false)
  })
})

describe('what a machine finds near a product', () => {
  const companions = () => Array.from({ length: 12 }, (_, nth) => ({ product: (nth + 2) as ProductId, counts: COUNTS }))
  it('is its eight nearest where the machine may fill anything, and nothing elsewhere', () => {
    expect(nearTo(1 as ProductId, open('rules'), companions)).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
    expect(nearTo(1 as ProductId, pageMix('assisted'), companions)).toEqual([])
  })
})
