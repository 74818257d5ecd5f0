import { describe, expect, it } from 'vitest'
import { BESIDE_A_PRODUCT, BESIDE_NO_PRODUCT, EVERY_PLACEMENT, MOST_SLOTS, PLACEMENTS, placementsOn, SOURCES } from './placement.ts'

describe('placements', () => {
  it('are those that a plan has pages for', () => {
    const onTheme = ['product-page', 'cart-page', 'cart-drawer', 'home', 'collection', 'search']
    expect(placementsOn('starter')).toEqual(onTheme)
    expect(placementsOn('standard')).toEqual([...onTheme, 'thank-you', 'order-status', 'account'])
    expect(placementsOn('plus')).toEqual(EVERY_PLACEMENT)
  })

  it('are beside a product where a product, a cart or an order is looked at', () => {
    expect(EVERY_PLACEMENT.filter((one) => !BESIDE_A_PRODUCT.includes(one))).toEqual(['home', 'collection', 'search'])
  })

  it('are about no product where the page is the shop’s, or the theme draws an empty cart', () => {
    expect(BESIDE_NO_PRODUCT).toEqual(['cart-page', 'cart-drawer', 'home', 'collection', 'search'])
  })

  it.each(EVERY_PLACEMENT)(
    '%s is filled at first from sources that can be asked there, in no more slots than there may be',
    (placement) => {
      const { slots, sources } = PLACEMENTS[placement]
      expect(slots.length).toBeGreaterThan(0)
      expect(slots.length).toBeLessThanOrEqual(MOST_SLOTS)
      for (const slot of slots) for (const source of slot.sources) expect(sources).toContain(source)
      for (const source of sources) expect(SOURCES).toContain(source)
    },
  )

  it('leave nothing to a machine beside a product unless the merchant does', () => {
    for (const placement of BESIDE_A_PRODUCT) for (const { lock } of PLACEMENTS[placement].slots) expect(lock).toBe('locked')
  })
})
